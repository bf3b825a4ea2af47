package vn.dondoc.platform.problem;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.dondoc.contracts.api.Problem;

/** Turns whatever went wrong into problem details; only what nobody foresaw is logged with its trace. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> answer(ProblemException problem, Locale locale) {
        var body = problems.of(problem.status(), problem.code(), problem.errors(), locale, problem.arguments());
        return response(body, problem.retryAfterSeconds());
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException invalid, Locale locale) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(e -> new Problem.FieldError(e.getField(), "VALIDATION", String.valueOf(e.getDefaultMessage())))
                .toList();
        return response(problems.of(400, "VALIDATION", errors, locale), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException wrong, Locale locale) {
        var error = new Problem.FieldError(wrong.getName(), "VALIDATION", problems.text("PARAMETER_UNREADABLE", locale, wrong.getName()));
        return response(problems.of(400, "VALIDATION", List.of(error), locale), null);
    }

    /** Parameters that are no text or have no name, or too many of them: they are read, and looked at, when they are first asked for. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Problem> noParameters(RuntimeException unreadable, Locale locale) {
        return response(problems.of(400, "VALIDATION", List.of(), locale), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        return response(problems.of(400, "BODY_UNREADABLE", List.of(), locale), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException tooLarge, Locale locale) {
        return response(problems.of(413, "TOO_LARGE", List.of(), locale), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> multipart(MultipartException multipart, Locale locale) {
        return response(problems.of(400, "BODY_UNREADABLE", List.of(), locale), null);
    }

    @ExceptionHandler({DataAccessException.class, MongoException.class})
    ResponseEntity<Problem> databaseAway(Exception away, Locale locale) {
        LOG.warn("The database did not answer as expected", away);
        return response(problems.of(503, "UNAVAILABLE", List.of(), locale), 5);
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The caller left", gone);
    }

    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception problem, Locale locale, HttpServletRequest request) {
        if (problem instanceof ErrorResponse known) {
            return response(problems.of(known.getStatusCode().value(), codeOf(known.getStatusCode()), List.of(), locale), null);
        }
        LOG.error("Unforeseen fault in {} {}", request.getMethod(), request.getRequestURI(), problem);
        return response(problems.of(500, "INTERNAL", List.of(), locale), null);
    }

    private static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "TOO_LARGE";
            case 415 -> "UNSUPPORTED_TYPE";
            case 503 -> "UNAVAILABLE";
            default -> status.is4xxClientError() ? "VALIDATION" : "INTERNAL";
        };
    }

    private static ResponseEntity<Problem> response(Problem body, @Nullable Integer retryAfterSeconds) {
        var response = ResponseEntity.status(body.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfterSeconds != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds.toString());
        }
        return response.body(body);
    }
}
