package vn.dondoc.platform.web;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.platform.problem.Problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TurnFilterTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

    @AfterEach
    void allGo() {
        go.countDown();
        callers.close();
    }

    @Test
    void what_is_too_much_is_sent_away_with_a_sentence_and_a_time_before_anything_is_done() {
        var filter = filter(2, NOT_AT_ALL);
        var first = List.of(begun(filter), begun(filter));
        await().until(() -> working.get() == 2);

        var refused = call(filter, request("POST", "/api/reports/r1/submission"), (_, _) -> working.incrementAndGet());

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(2, 5);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        var problem = EventJson.mapper().readValue(refused.getContentAsByteArray(), Problem.class);
        assertThat(problem.code()).isEqualTo("TOO_BUSY");
        assertThat(problem.detail()).contains("Chưa có gì thay đổi");
        assertThat(working).hasValue(2);
        assertThat(registry.get("refused").counter().count()).isEqualTo(1);

        go.countDown();
        for (var answer : first) {
            assertThat(answer.join().getStatus()).isEqualTo(200);
        }
        assertThat(call(filter, request("GET", "/api/reports/r1"), (_, _) -> { }).getStatus()).isEqualTo(200);
    }

    @Test
    void whoever_waits_has_a_turn_when_another_is_done_and_the_row_behind_is_not_endless() {
        var turns = new Turns(new CallSettings(1, LONG));
        var filter = filter(turns);
        var row = new ArrayList<CompletableFuture<MockHttpServletResponse>>();
        for (int caller = 0; caller < 9; caller++) {
            row.add(begun(filter));
        }
        await().until(() -> turns.waiting() == 8);

        assertThat(call(filter, request("GET", "/api/reports/r1"), (_, _) -> { }).getStatus()).isEqualTo(503);

        go.countDown();
        assertThat(row).allSatisfy(answer -> assertThat(answer.join().getStatus()).isEqualTo(200));
        assertThat(working).hasValue(9);
    }

    @Test
    void whoever_fails_leaves_the_turn_to_others() {
        var filter = filter(1, NOT_AT_ALL);
        for (int caller = 0; caller < 3; caller++) {
            assertThat(CompletableFuture.supplyAsync(() -> call(filter, request("GET", "/api/reports/r1"), (_, _) -> {
                throw new IllegalStateException("a defect");
            }), callers).handle((_, fault) -> fault.getCause()).join()).hasMessage("a defect");
        }
    }

    @Test
    void health_metrics_and_streams_of_events_are_not_counted() {
        var filter = filter(1, NOT_AT_ALL);
        begun(filter);
        await().until(() -> working.get() == 1);

        for (var path : List.of("/actuator/health/readiness", "/actuator/prometheus", "/local/clock", "/api/dashboards" + EventStream.PATH)) {
            assertThat(call(filter, request("GET", path), (_, _) -> { }).getStatus()).as(path).isEqualTo(200);
        }
        assertThat(call(filter, request("POST", "/api/organisation/units/u1/changes"), (_, _) -> { }).getStatus()).isEqualTo(503);
    }

    @Test
    void in_english_where_that_is_asked_for() throws Exception {
        var filter = filter(1, NOT_AT_ALL);
        begun(filter);
        await().until(() -> working.get() == 1);
        var request = request("GET", "/api/reports/r1");
        request.addHeader("Accept-Language", "en");

        assertThat(call(filter, request, (_, _) -> { }).getContentAsString()).contains("Nothing has changed");
    }

    /** A call that goes on until all go. */
    private CompletableFuture<MockHttpServletResponse> begun(TurnFilter filter) {
        return CompletableFuture.supplyAsync(() -> call(filter, request("POST", "/api/reports/r1/submission"), (_, _) -> {
            working.incrementAndGet();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }), callers);
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static MockHttpServletResponse call(TurnFilter filter, MockHttpServletRequest request, FilterChain chain) {
        try {
            var response = new MockHttpServletResponse();
            filter.doFilter(request, response, chain);
            return response;
        } catch (ServletException | IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private TurnFilter filter(int atOnce, Duration wait) {
        return filter(new Turns(new CallSettings(atOnce, wait)));
    }

    private TurnFilter filter(Turns turns) {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("vn/dondoc/platform/problems");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        var locales = new AcceptHeaderLocaleResolver();
        locales.setSupportedLocales(List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH));
        locales.setDefaultLocale(Locale.forLanguageTag("vi"));
        return new TurnFilter(turns, registry.counter("refused"), new Problems(source), locales);
    }
}
