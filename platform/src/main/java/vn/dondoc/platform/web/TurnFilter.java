package vn.dondoc.platform.web;

import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.platform.problem.Problems;

/**
 * Takes on as many calls as can be worked on, and tells the others at once to come again, before anything was done for them. Health, metrics and streams of
 * events are not counted: a service that has much to do is not ill, and a browser whose stream is refused does not come again.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TurnFilter extends OncePerRequestFilter {

    /** Not all of those who were sent away come back in the same second. */
    private static final int SOONEST = 2;
    private static final int LATEST = 5;

    private final Turns turns;
    private final Counter refused;
    private final Problems problems;
    private final LocaleResolver locales;

    TurnFilter(Turns turns, Counter refused, Problems problems, LocaleResolver locales) {
        this.turns = turns;
        this.refused = refused;
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") || path.endsWith(EventStream.PATH) && HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (!come()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.leave();
        }
    }

    private boolean come() {
        try {
            return turns.come();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused.increment();
        response.setStatus(503);
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(EventJson.mapper().writeValueAsBytes(problems.of(503, "TOO_BUSY", List.of(), locales.resolveLocale(request))));
    }
}
