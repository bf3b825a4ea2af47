package vn.dondoc.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Calls of programs: they carry a token in a header, which no browser adds by itself. */
public final class Bearer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final String SETUP = "Setup-Token";

    private Bearer() {}

    public static boolean isIn(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    /** A bearer token, or the token of a first set-up: either is a header that a foreign page cannot make a browser send. */
    static boolean orSetupIsIn(HttpServletRequest request) {
        return isIn(request) || request.getHeader(SETUP) != null;
    }

    static boolean isWriting(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }
}
