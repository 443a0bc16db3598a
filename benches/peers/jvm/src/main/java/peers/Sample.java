package peers;

import io.gravitee.common.http.HttpMethod;
import io.gravitee.common.http.HttpVersion;
import io.gravitee.common.util.LinkedMultiValueMap;
import io.gravitee.common.util.MultiValueMap;
import io.gravitee.gateway.api.http.HttpHeaders;
import io.gravitee.gateway.reactive.api.context.TlsSession;
import io.gravitee.gateway.reactive.api.context.http.HttpBaseRequest;
import java.util.Map;

/** The request that every engine looks at: a plain class, so that no reflection of ours is measured. */
final class Sample implements HttpBaseRequest {

    private final HttpHeaders headers = HttpHeaders
        .create()
        .add("host", "api.example.com")
        .add("accept", "*/*")
        .add("user-agent", "bench")
        .add("x-test", "something")
        .add("x-a", "1");
    private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    Sample() {
        parameters.add("limit", "10");
        parameters.add("tag", "a");
    }

    /** What `#context` is: an object with attributes, which are there before the evaluation. */
    public record Attributes(Map<String, Object> attributes) {
        static final Attributes SAMPLE = new Attributes(Map.of("user", Map.of("address", Map.of("city", "Lille")), "plan", "gold"));

        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, String> parameters() {
        return parameters;
    }

    @Override
    public MultiValueMap<String, String> pathParameters() {
        return parameters;
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public String path() {
        return "/orders/42";
    }

    @Override
    public String host() {
        return "api.example.com";
    }

    @Override
    public String originalHost() {
        return host();
    }

    @Override
    public String uri() {
        return "/orders/42?limit=10&tag=a";
    }

    @Override
    public String pathInfo() {
        return path();
    }

    @Override
    public String contextPath() {
        return "/";
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public HttpVersion version() {
        return HttpVersion.HTTP_1_1;
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public String transactionId() {
        return "transaction";
    }

    @Override
    public String clientIdentifier() {
        return "client";
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public String localAddress() {
        return "127.0.0.1";
    }

    @Override
    public long timestamp() {
        return 0;
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public TlsSession tlsSession() {
        return null;
    }
}
