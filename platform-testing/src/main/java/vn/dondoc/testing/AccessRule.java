package vn.dondoc.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Place;
import vn.dondoc.platform.access.Reach;

/**
 * What is declared of one call.
 *
 * @param call as described: {@code GET /api/tasks/{id}}
 */
record AccessRule(String call, Allowed allowed) {

    /** Of every handler below {@code /api/}, in the order of paths. */
    static List<AccessRule> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing((AccessRule rule) -> rule.call.substring(rule.call.indexOf(' '))).thenComparing(AccessRule::call))
                .toList();
    }

    private static Collection<AccessRule> of(RequestMappingInfo info, HandlerMethod handler) {
        var paths = info.getPatternValues().stream().filter(path -> path.startsWith("/api/")).toList();
        if (paths.isEmpty()) {
            return List.of();
        }
        var allowed = handler.getMethodAnnotation(Allowed.class);
        if (allowed == null || allowed.on() == Reach.UNDECLARED && !allowed.anybody() && !isForServicesOnly(allowed)) {
            throw new AssertionError("Nothing says who may call " + info + ": @Allowed(on = ...) is missing");
        }
        return paths.stream().flatMap(path -> info.getMethodsCondition().getMethods().stream().map(RequestMethod::name)
                .map(method -> new AccessRule(method + " " + path, allowed))).toList();
    }

    private static boolean isForServicesOnly(Allowed allowed) {
        return allowed.services().length > 0 && allowed.value().length == 0;
    }

    /** Whether it is only for services in their own name: every person is refused, before anything is looked for. */
    boolean isForServicesOnly() {
        return isForServicesOnly(allowed);
    }

    /** Whether the handler itself looks at another proof. */
    boolean isByAnotherProof() {
        return allowed.anybody();
    }

    /** The path with any words in place of its variables. */
    String anyPath() {
        return call.substring(call.indexOf(' ') + 1).replaceAll("[{][^}]*[}]", "any");
    }

    String method() {
        return call.substring(0, call.indexOf(' '));
    }

    Reach reach() {
        return allowed.on();
    }

    /** 200 stands for success of any kind. */
    int expected(Reach.Seat seat, Place place) {
        if (isForServicesOnly()) {
            return 403;
        }
        var roles = Set.of(allowed.value());
        if (!roles.isEmpty() && !roles.contains(seat.role())) {
            return 403;
        }
        if (reach().lets(seat, place)) {
            return 200;
        }
        return reach().shows(seat, place) ? 403 : 404;
    }
}
