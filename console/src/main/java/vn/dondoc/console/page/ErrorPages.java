package vn.dondoc.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.console.problem.Problems;

/** Errors that no controller answered, in the same form as all others. */
@Component
class ErrorPages implements ErrorViewResolver {

    private final Problems problems;
    private final PageFrame frame;
    private final Display display;

    ErrorPages(Problems problems, PageFrame frame, Display display) {
        this.problems = problems;
        this.frame = frame;
        this.display = display;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var code = switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "NOT_FOUND";
            case FORBIDDEN -> "CSRF";
            case CONTENT_TOO_LARGE -> "TOO_LARGE";
            default -> status.is4xxClientError() ? "INCOMPLETE" : "INTERNAL";
        };
        var view = new ModelAndView(request.getHeader("HX-Request") == null ? "problem" : "parts :: problem");
        view.addObject("problem", problems.of(status.value(), code, LocaleContextHolder.getLocale()));
        view.addObject("frame", frame);
        view.addObject("display", display);
        view.setStatus(status);
        return view;
    }
}
