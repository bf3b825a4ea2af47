package vn.dondoc.platform.trace;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** Notes what is done as a part of the present trace; costs nothing where no traces are collected. */
public final class Traces {

    private static final Traces NONE = new Traces(null);

    private final @Nullable Tracer tracer;

    Traces(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Where none are collected. */
    public static Traces none() {
        return NONE;
    }

    /**
     * Does something that a record of a topic asks for.
     *
     * @param consumer the binding
     * @param type of the event
     * @param subject what it is about
     */
    public void consuming(String consumer, String type, String subject, Runnable work) {
        if (tracer == null) {
            work.run();
            return;
        }
        var span = tracer.nextSpan().name(consumer + " " + type).tag("messaging.system", "kafka").tag("messaging.operation.type", "process")
                .tag("event.type", type).tag("event.subject", subject).start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException fault) {
            span.error(fault);
            throw fault;
        } finally {
            span.end();
        }
    }
}
