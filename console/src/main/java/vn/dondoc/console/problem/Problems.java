package vn.dondoc.console.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.EventJson;

/** Problems that the console finds itself; those of services pass as they are. */
@Component
public final class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** The problem of that code; its sentence stands in the bundles. */
    public Problem of(int status, String code, Locale locale) {
        return of(status, code, locale, null);
    }

    /** The same, which says what is wrong in each part of a form. */
    public Problem of(int status, String code, Locale locale, @Nullable List<Problem.FieldError> errors) {
        var resolved = HttpStatus.resolve(status);
        var title = resolved == null ? "Error" : resolved.getReasonPhrase();
        var detail = messages.getMessage("problem." + code, null, locale);
        return new Problem("about:blank", title, status, detail, code, MDC.get(CorrelationFilter.KEY), errors);
    }

    /** What is wrong with one field. */
    public Problem.FieldError error(String field, String code, Locale locale, Object... arguments) {
        return new Problem.FieldError(field, code, messages.getMessage("problem." + code, arguments, locale));
    }

    /** Answers a program: Vietnamese unless it asks for English. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
        var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var locale = asked != null && asked.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(EventJson.mapper().writeValueAsString(of(status, code, locale)));
    }
}
