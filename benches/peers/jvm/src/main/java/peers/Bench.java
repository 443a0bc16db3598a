package peers;

import io.gravitee.el.TemplateContext;
import io.gravitee.el.TemplateEngine;
import io.gravitee.el.spel.SpelExpressionParser;
import io.gravitee.el.spel.context.SecuredResolver;
import io.gravitee.el.spel.context.SpelTemplateContext;
import io.gravitee.gateway.reactive.api.el.EvaluableRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;

/**
 * One expression on the JVM, in two ways: raw, which is the parsed SpEL expression on a context that is there; and per request,
 * which is a template engine with its context, built and evaluated as the gateway does it.
 *
 * <p>Prints both answers, warms up, and then prints nanoseconds of both for each line that it gets.
 */
public final class Bench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WARM_UP = 3_000_000_000L;
    private static final long SPAN = 60_000_000L;
    private static final int BATCH = 200;

    /** Keeps results alive. */
    static volatile Object seen;

    private interface Work {
        Object run();
    }

    public static void main(String[] arguments) throws IOException {
        SecuredResolver.initialize(null);
        Class<?> type = arguments[0].equals("String") ? String.class : Boolean.class;
        Work raw = raw(arguments[1], type);
        Work request = perRequest(arguments[1], type);
        System.out.println(answer(raw));
        System.out.println(answer(request));
        nanoseconds(raw, WARM_UP);
        nanoseconds(request, WARM_UP);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        while (lines.readLine() != null) {
            System.out.printf(Locale.ROOT, "%.2f %.2f%n", nanoseconds(raw, SPAN), nanoseconds(request, SPAN));
        }
    }

    private static Work raw(String text, Class<?> type) {
        TemplateEngine engine = engine(new Sample());
        EvaluationContext context = ((SpelTemplateContext) engine.getTemplateContext()).getContext();
        Expression expression = new SpelExpressionParser().parseExpression(text);
        return () -> expression.getValue(context, type);
    }

    private static Work perRequest(String text, Class<?> type) {
        Sample request = new Sample();
        return () -> engine(request).eval(text, type).blockingGet();
    }

    private static TemplateEngine engine(Sample request) {
        TemplateEngine engine = TemplateEngine.templateEngine();
        TemplateContext context = engine.getTemplateContext();
        context.setVariable("request", new EvaluableRequest(request));
        context.setVariable("context", Sample.Attributes.SAMPLE);
        return engine;
    }

    private static String answer(Work work) {
        Object value = once(work);
        if (value instanceof RuntimeException) {
            return "error";
        }
        return value instanceof String text ? "text " + text : String.valueOf(value);
    }

    /** An error is an outcome like any other. */
    private static Object once(Work work) {
        try {
            return work.run();
        } catch (RuntimeException error) {
            return error;
        }
    }

    /** Processor time of this thread for one run, measured for about that long; the compiler's and the collector's threads are not counted. */
    private static double nanoseconds(Work work, long span) {
        long start = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        long runs = 0;
        while (spent < span) {
            for (int run = 0; run < BATCH; run++) {
                seen = once(work);
            }
            runs += BATCH;
            spent = THREADS.getCurrentThreadCpuTime() - start;
        }
        return (double) spent / runs;
    }
}
