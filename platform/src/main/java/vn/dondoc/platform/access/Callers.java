package vn.dondoc.platform.access;

import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;

/** Finds the caller of the present request, a person or a service; handlers take it as a parameter. */
public final class Callers implements HandlerMethodArgumentResolver {

    private static final String FOUND = Callers.class.getName();

    private final Directory directory;
    private final DomainClock clock;

    Callers(Directory directory, DomainClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Found once for a request.
     *
     * @throws ProblemException 401 without a token, 503 when the copy of the organisation is too old to decide on
     */
    public Caller current() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return find();
        }
        if (request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Caller found) {
            return found;
        }
        var found = find();
        request.setAttribute(FOUND, found, RequestAttributes.SCOPE_REQUEST);
        return found;
    }

    private Caller find() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            throw ProblemException.of(401, "NOT_SIGNED_IN");
        }
        if (service().isPresent()) {
            throw ProblemException.forbidden();
        }
        if (!directory.isFresh()) {
            throw ProblemException.unavailable("ORGANISATION_STALE", 10);
        }
        var subject = token.getToken().getSubject();
        if (subject == null || !Ids.plausible(subject)) {
            throw ProblemException.of(401, "NOT_SIGNED_IN");
        }
        return Caller.of(new PersonId(subject), directory, clock.today());
    }

    /** The service that calls in its own name, if one does. */
    public static Optional<CallingService> service() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? CallingService.ofSubject(token.getToken().getSubject()) : Optional.empty();
    }

    /**
     * A person outside of a request, by the positions held now.
     *
     * @throws ProblemException 503 when the copy of the organisation is too old to decide on
     */
    public Caller of(PersonId person) {
        if (!directory.isFresh()) {
            throw ProblemException.unavailable("ORGANISATION_STALE", 10);
        }
        return Caller.of(person, directory, clock.today());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == CallingService.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binder) {
        if (parameter.getParameterType() == CallingService.class) {
            return service().orElseThrow(ProblemException::forbidden);
        }
        return current();
    }
}
