package vn.dondoc.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Calls of programs: they carry a token in a header, which no browser adds by itself. */
public final class Bearer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Bearer() {}

    public static boolean isIn(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    static boolean isWriting(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }
}
