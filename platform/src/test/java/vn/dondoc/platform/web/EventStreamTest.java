package vn.dondoc.platform.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.platform.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void a_reader_who_is_gone_ends_it_quietly_also_where_the_container_was_faster() {
        EventStream.serve(emitter(true), closed::incrementAndGet, _ -> {
            throw new IOException("Broken pipe");
        });
        assertThat(closed).hasValue(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void it_ends_once_when_there_is_nothing_more_to_tell() {
        EventStream.serve(emitter(false), closed::incrementAndGet, _ -> { });
        assertThat(closed).hasValue(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void whoever_may_not_see_it_any_more_is_told_the_end() {
        EventStream.serve(emitter(false), closed::incrementAndGet, _ -> {
            throw ProblemException.forbidden();
        });
        assertThat(ends).hasValue(1);
    }

    private SseEmitter emitter(boolean ended) {
        return new SseEmitter() {
            @Override
            public void complete() {
                ends.incrementAndGet();
                if (ended) {
                    throw new IllegalStateException("AsyncListener.onError() had returned");
                }
            }
        };
    }
}
