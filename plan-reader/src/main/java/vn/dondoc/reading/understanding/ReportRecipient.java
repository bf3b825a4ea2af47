package vn.dondoc.reading.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** To whom a report goes: "về Phòng Nội vụ", "gửi UBND tỉnh", "báo cáo UBND xã". */
final class ReportRecipient {

    private static final Pattern[] WAYS = {
        Pattern.compile("(?:gửi |báo cáo )?(?:về|qua)\\s+(?=\\p{L})"),
        Pattern.compile("gửi\\s+(?:báo cáo\\s+)?(?:cho\\s+)?(?=\\p{L})"),
        Pattern.compile("báo cáo\\s+(?:cho\\s+|với\\s+)?(?=\\p{L})")};
    private static final Pattern STANDING = Pattern.compile("^(?:cơ quan|đơn vị|bộ phận)\\s+thường trực[^(]{0,60}\\(([^)]+)\\)");

    private ReportRecipient() {
    }

    /** Looks in the clause of the rule first, then in the whole item. */
    static @Nullable String of(String item, String clause) {
        for (String text : new String[] {clause, item}) {
            String folded = Fold.fold(text);
            for (Pattern way : WAYS) {
                Matcher matcher = Search.in(way, folded);
                while (matcher.find()) {
                    if (Units.startsAt(folded, matcher.end())) {
                        return named(text.substring(matcher.end()));
                    }
                }
            }
        }
        return null;
    }

    private static String named(String rest) {
        Matcher standing = Search.in(STANDING, Fold.fold(rest));
        if (standing.find()) {
            return rest.substring(standing.start(1), standing.end(1)).strip();
        }
        String name = rest.substring(0, Units.extent(rest, 0));
        return name.replaceFirst("\\s*\\([^()]*\\)\\s*$", "").strip();
    }
}
