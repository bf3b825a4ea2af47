package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people type them: "62,5", "62.5", "1.234.567,5". What may mean two things is not guessed. */
final class SheetNumber {

    private static final int LONGEST = 40;
    private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9]\\d{0,2}(\\.\\d{3}){2,}(,\\d+)?|[-+]?[1-9]\\d{0,2}(\\.\\d{3})+,\\d+");
    private static final Pattern AMBIGUOUS = Pattern.compile("[-+]?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+([.,]\\d+)?");

    private SheetNumber() {}

    /** A number, or why it is none. */
    sealed interface Read {

        record Number(BigDecimal value) implements Read {}

        /** @param code of the sentence that says what to write */
        record Unclear(String code) implements Read {}
    }

    static Read of(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replaceFirst("%$", "");
        if (text.length() > LONGEST) {
            return new Read.Unclear("NUMBER_UNREADABLE");
        } else if (AMBIGUOUS.matcher(text).matches()) {
            return new Read.Unclear("NUMBER_AMBIGUOUS");
        } else if (GROUPED.matcher(text).matches()) {
            return new Read.Number(new BigDecimal(text.replace(".", "").replace(',', '.')));
        } else if (PLAIN.matcher(text).matches()) {
            return new Read.Number(new BigDecimal(text.replace(',', '.')));
        }
        return new Read.Unclear("NUMBER_UNREADABLE");
    }

    /** As it is read again. */
    static String write(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
