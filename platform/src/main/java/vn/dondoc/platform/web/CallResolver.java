package vn.dondoc.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;

final class CallResolver implements HandlerMethodArgumentResolver {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Callers callers;
    private final DomainClock clock;

    CallResolver(Callers callers, DomainClock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var key = request.getHeader(KEY);
        if (key != null && !Ids.plausible(key)) {
            throw ProblemException.of(400, "IDEMPOTENCY_KEY_UNREADABLE");
        }
        return new Call(callers.current(), clock.instant(), key, version(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var matcher = VERSION.matcher(ifMatch.trim());
        if (!matcher.matches()) {
            throw ProblemException.of(412, "VERSION_CHANGED");
        }
        return Long.valueOf(matcher.group(1));
    }
}
