package vn.dondoc.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;

/** Shows refusals as a page, or as the small part of one that a script asked for. */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

    private final Problems problems;
    private final PageHelpers helpers;

    PageErrors(Problems problems, PageHelpers helpers) {
        this.problems = problems;
        this.helpers = helpers;
    }

    @ExceptionHandler
    String refused(Refused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(refused.problem(), request, response, model);
    }

    /** An id that cannot be one names nothing. */
    @ExceptionHandler
    String noSuchThing(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(404, "NOT_FOUND", request, response, model);
    }

    @ExceptionHandler
    String tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(413, "TOO_LARGE", request, response, model);
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, MissingServletRequestPartException.class, HttpMessageNotReadableException.class})
    String incomplete(HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(400, "INCOMPLETE", request, response, model);
    }

    private String show(int status, String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(problems.of(status, code, LocaleContextHolder.getLocale()), request, response, model);
    }

    private String show(Problem problem, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        model.addAttribute("frame", helpers.frame());
        model.addAttribute("display", helpers.display());
        return request.getHeader("HX-Request") == null ? "problem" : "parts :: problem";
    }
}
