package vn.dondoc.platform.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.problem.ProblemException;

/** Where a page ended: the entry shown last. The same for all services, so that their pages can be shown as one. */
record Place(Instant writtenAt, long sequence, String id) {

    private static final Pattern SHAPE = Pattern.compile("t(\\d{1,15})\\.(\\d{1,15})\\.([\\w:.-]{1,80})");

    static @Nullable Place parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var matcher = SHAPE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (matcher.matches()) {
                return new Place(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), Long.parseLong(matcher.group(2)), matcher.group(3));
            }
        } catch (IllegalArgumentException _) {
            throw ProblemException.of(400, "CURSOR");
        }
        throw ProblemException.of(400, "CURSOR");
    }

    String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("t" + writtenAt.toEpochMilli() + "." + sequence + "." + id).getBytes(StandardCharsets.UTF_8));
    }
}
