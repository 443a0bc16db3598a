//! `java.lang.System`: the clock, and the state of the host, which expressions do not get to see.

use crate::java::args::{ok, unavailable};
use crate::java::member::{Members, f, p, s};
use crate::java::object::Opaque;
use crate::java::signature::{LONG, STRING, VOID, class};
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::SYSTEM).methods(&[
    s("currentTimeMillis", &[], LONG, |c, _, _| ok(c.environment.epoch_millis()), "milliseconds since 1970"),
    s("nanoTime", &[], LONG, |c, _, _| ok(c.environment.clock.nano_time()), "nanoseconds since some moment"),
    p("lineSeparator", STRING, |_, _, _| Ok(Value::Str("\n")), "what ends a line").stat(),
    p("gc", VOID, |_, _, _| Ok(Value::Null), "does nothing here").stat(),
    p("runFinalization", VOID, |_, _, _| Ok(Value::Null), "does nothing here").stat(),
    p("getSecurityManager", class("java.lang.SecurityManager"), |_, _, _| Ok(Value::Null), "null").stat(),
    p("console", class("java.io.Console"), |_, _, _| Ok(Value::Null), "null").stat(),
    p("inheritedChannel", class("java.nio.channels.Channel"), |_, _, _| Ok(Value::Null), "null").stat(),
    p("getenv", class("java.util.Map"), unavailable, "state of the host").stat(),
    p("getProperties", class("java.util.Properties"), unavailable, "state of the host").stat(),
]).fields(&[
    f("in", |c, _, _| Ok(c.arena.object(Opaque(const { ClassId::named("java.io.BufferedInputStream") }))), "an input that nothing can be read from"),
    f("out", |c, _, _| Ok(c.arena.object(Opaque(const { ClassId::named("java.io.PrintStream") }))), "an output that nothing can be written to"),
    f("err", |c, _, _| Ok(c.arena.object(Opaque(const { ClassId::named("java.io.PrintStream") }))), "an output that nothing can be written to"),
]);
