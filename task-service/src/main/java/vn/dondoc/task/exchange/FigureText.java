package vn.dondoc.task.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;

/** Figures in one cell: "Số thôn đã khảo sát: 12/30 thôn; Số hộ: 1.250 hộ". What can be read in two ways is not read. */
final class FigureText {

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,4})?|\\d+(?:,\\d{1,4})?)";
    private static final Pattern FIGURE = Pattern.compile("([^:]{1,100}):\\s*" + NUMBER + "(?:\\s*/\\s*" + NUMBER + ")?(?:\\s+([^\\d\\s][^:]{0,29})|(%))?");

    private FigureText() {}

    /** Nothing where a part of it is no figure. */
    static Optional<List<Tasks.Figure>> read(String text) {
        var figures = new ArrayList<Tasks.Figure>();
        for (var part : text.split("[;\\n]")) {
            var found = FIGURE.matcher(part.strip());
            if (part.isBlank()) {
                continue;
            } else if (!found.matches()) {
                return Optional.empty();
            }
            @Nullable String unit = found.group(4) == null ? found.group(5) : found.group(4);
            figures.add(new Tasks.Figure(found.group(1).strip(), number(found.group(2)), found.group(3) == null ? null : number(found.group(3)), unit == null ? null : unit.strip()));
        }
        return Optional.of(figures);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }
}
