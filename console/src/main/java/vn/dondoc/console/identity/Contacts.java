package vn.dondoc.console.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers and mail addresses as people type them, in the one form that they are kept in. */
final class Contacts {

    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,24}");
    private static final Pattern PHONE = Pattern.compile("\\+\\d{9,14}");

    private Contacts() {}

    /** Empty for what is neither. A number without its country is one of Viet Nam. */
    static Optional<String> normal(String typed) {
        var text = typed.strip();
        if (text.contains("@")) {
            return Optional.of(text.toLowerCase(Locale.ROOT)).filter(mail -> MAIL.matcher(mail).matches());
        }
        var digits = text.replaceAll("[\\s.()-]", "");
        var international = digits.startsWith("00") ? "+" + digits.substring(2)
                : digits.startsWith("0") ? "+84" + digits.substring(1)
                : digits.startsWith("84") ? "+" + digits : digits;
        return Optional.of(international).filter(number -> PHONE.matcher(number).matches());
    }
}
