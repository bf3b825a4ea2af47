package vn.dondoc.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.platform.problem.ProblemException;

/**
 * The part of a list that a caller asks for by {@code limit} (50, at most 200) and {@code after} (opaque). Handlers take it as a
 * parameter. Lists are read from an offset: they are a person's, short and sorted by several fields.
 */
public record Window(int limit, int offset) {

    public static final int DEFAULT = 50;
    public static final int MOST = 200;

    static Window parse(@Nullable String limit, @Nullable String after) {
        return new Window(limitOf(limit), offsetOf(after));
    }

    /** A page out of one row more than was asked for, which tells whether there is another page. */
    public <T> Page<T> page(List<T> oneMore, @Nullable Long total) {
        var more = oneMore.size() > limit;
        var items = more ? oneMore.subList(0, limit) : oneMore;
        return new Page<>(List.copyOf(items), more ? cursor(offset + limit) : null, total);
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("o" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int limitOf(@Nullable String limit) {
        try {
            var wanted = limit == null ? DEFAULT : Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException _) {
            throw ProblemException.of(400, "LIMIT", MOST);
        }
        throw ProblemException.of(400, "LIMIT", MOST);
    }

    private static int offsetOf(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
            if (text.matches("o\\d{1,7}")) {
                return Integer.parseInt(text.substring(1));
            }
        } catch (IllegalArgumentException _) {
            throw ProblemException.of(400, "CURSOR");
        }
        throw ProblemException.of(400, "CURSOR");
    }
}
