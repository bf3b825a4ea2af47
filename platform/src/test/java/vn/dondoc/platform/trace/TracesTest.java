package vn.dondoc.platform.trace;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import vn.dondoc.platform.web.Correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TracesTest {

    private final List<SpanData> exported = new ArrayList<>();

    @Test
    void what_one_call_set_going_is_one_trace_in_every_service() {
        Correlation.with("7f3a91c02b4d5e66", () -> service(1).consuming("planEvents", "PlanPublished", "plans/1", () -> { }));
        Correlation.with("7f3a91c02b4d5e66", () -> service(1).consuming("taskEvents", "TaskAssigned", "tasks/1", () -> { }));
        Correlation.with("0000000000000001", () -> service(1).consuming("taskEvents", "TaskAssigned", "tasks/2", () -> { }));
        assertThat(exported).extracting(SpanData::getTraceId)
                .containsExactly(TraceIds.of("7f3a91c02b4d5e66"), TraceIds.of("7f3a91c02b4d5e66"), TraceIds.of("0000000000000001")).doesNotContain(TraceIds.of(""));
        assertThat(exported.getFirst().getTraceId()).hasSize(32);
        assertThat(exported).extracting(SpanData::getName).startsWith("planEvents PlanPublished");
        assertThat(exported.stream().map(SpanData::getSpanId)).doesNotHaveDuplicates();
    }

    @Test
    void a_part_of_the_traces_is_kept_whole_or_not_at_all() {
        for (var number = 0; number < 200; number++) {
            var correlation = "correlation-" + number;
            Correlation.with(correlation, () -> service(0.3).consuming("planEvents", "PlanPublished", "plans/1", () -> { }));
            Correlation.with(correlation, () -> service(0.3).consuming("taskEvents", "TaskAssigned", "tasks/1", () -> { }));
        }
        assertThat(exported).hasSizeBetween(40, 200);
        exported.stream().map(SpanData::getTraceId).distinct().forEach(trace -> assertThat(exported).filteredOn(span -> span.getTraceId().equals(trace)).hasSize(2));
    }

    @Test
    void what_fails_is_noted_and_thrown_on() {
        assertThatThrownBy(() -> service(1).consuming("taskEvents", "TaskAssigned", "tasks/1", () -> {
            throw new IllegalStateException("away");
        })).hasMessage("away");
        assertThat(exported.getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(exported.getFirst().hasEnded()).isTrue();
    }

    @Test
    void without_a_collector_the_work_is_done_all_the_same() {
        var done = new ArrayList<String>();
        Traces.none().consuming("taskEvents", "TaskAssigned", "tasks/1", () -> done.add("x"));
        assertThat(done).hasSize(1);
        assertThat(exported).isEmpty();
    }

    private Traces service(double share) {
        var provider = SdkTracerProvider.builder().setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .setIdGenerator(new TraceIds(() -> MDC.get(Correlation.MDC_KEY))).addSpanProcessor(SimpleSpanProcessor.create(new Kept())).build();
        return new Traces(new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), event -> { }));
    }

    private final class Kept implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
