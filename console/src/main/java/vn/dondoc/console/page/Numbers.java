package vn.dondoc.console.page;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people here write them: "81,5" and "1.234,5"; "81.5" as machines do. */
public final class Numbers {

    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+");
    private static final Pattern WITH_COMMA = Pattern.compile("[-+]?(\\d*|\\d{1,3}(\\.\\d{3})+),\\d*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final int LONGEST = 30;

    private Numbers() {}

    /** Null where it is no number; so is "1,234.5", which says something else elsewhere. */
    public static @Nullable BigDecimal of(@Nullable String typed) {
        var text = typed == null ? "" : SPACES.matcher(typed).replaceAll("").replace("%", "");
        if (text.indexOf(',') >= 0) {
            text = !WITH_COMMA.matcher(text).matches() ? "" : text.replace(".", "").replace(',', '.');
        } else if (THOUSANDS.matcher(text).matches()) {
            text = text.replace(".", "");
        }
        try {
            return text.isEmpty() || text.length() > LONGEST ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
