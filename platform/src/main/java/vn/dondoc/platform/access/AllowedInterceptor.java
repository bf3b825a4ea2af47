package vn.dondoc.platform.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dondoc.platform.problem.ProblemException;

/** Checks the rule of the endpoint before its handler runs. */
final class AllowedInterceptor implements HandlerInterceptor {

    private final Callers callers;

    AllowedInterceptor(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What was begun with the right is brought to its end: the container comes here again only to close it
        if (!(handler instanceof HandlerMethod method) || request.getDispatcherType() == DispatcherType.ASYNC) {
            return true;
        }
        var rule = method.getMethodAnnotation(Allowed.class);
        if (rule == null && HttpMethod.OPTIONS.matches(request.getMethod())) {
            // Spring's own handler, which tells the methods of a path to whoever is signed in
            return true;
        }
        if (rule == null) {
            throw new IllegalStateException("No rule says who may call " + method);
        }
        var service = Callers.service();
        if (service.isPresent()) {
            if (!List.of(rule.services()).contains(service.get().name())) {
                throw ProblemException.forbidden();
            }
        } else if (!rule.anybody()) {
            var caller = callers.current();
            var forServicesOnly = rule.services().length > 0 && rule.value().length == 0;
            if (forServicesOnly || caller.held().isEmpty() || (rule.value().length > 0 && !caller.is(rule.value()))) {
                throw ProblemException.forbidden();
            }
        }
        return true;
    }
}
