package vn.dondoc.plan.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a person is reached, in the one spelling under which it is looked up. Printed it is masked. */
sealed interface Contact {

    String value();

    /** Enough to know it by, not enough to use. */
    String masked();

    /** A telephone number with its country code: {@code +84912345678}. */
    record Phone(String value) implements Contact {

        private static final Pattern NATIONAL = Pattern.compile("[35789]\\d{8}|2\\d{9}");
        private static final Pattern ABROAD = Pattern.compile("\\+[1-9]\\d{7,14}");
        private static final Pattern BETWEEN = Pattern.compile("[\\s.()-]+");

        /** As people write it: {@code 0912 345 678}, {@code +84 912.345.678}. */
        static Optional<Phone> read(String written) {
            var digits = BETWEEN.matcher(written).replaceAll("");
            var home = digits.startsWith("+84") ? digits.substring(3) : digits.startsWith("0084") ? digits.substring(4)
                    : digits.startsWith("0") ? digits.substring(1) : digits.matches("84\\d{9}") ? digits.substring(2) : digits;
            if (NATIONAL.matcher(home).matches()) {
                return Optional.of(new Phone("+84" + home));
            }
            return ABROAD.matcher(digits).matches() && !digits.startsWith("+84") ? Optional.of(new Phone(digits)) : Optional.empty();
        }

        /** As it is dialled at home: {@code 0912345678}. */
        String national() {
            return value.startsWith("+84") ? "0" + value.substring(3) : value;
        }

        @Override
        public String masked() {
            var home = national();
            return home.substring(0, 2) + "•".repeat(home.length() - 5) + home.substring(home.length() - 3);
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** An address of e-mail, in lower case. */
    record Mail(String value) implements Contact {

        private static final Pattern FORM = Pattern.compile("[^\\s@<>\",;\\p{Cntrl}]{1,64}@[^\\s@<>\",;.\\p{Cntrl}]+(\\.[^\\s@<>\",;.\\p{Cntrl}]+)+");
        private static final int LONGEST = 254;

        static Optional<Mail> read(String written) {
            var address = written.strip().toLowerCase(Locale.ROOT);
            return address.length() <= LONGEST && FORM.matcher(address).matches() ? Optional.of(new Mail(address)) : Optional.empty();
        }

        @Override
        public String masked() {
            return value.charAt(0) + "•••" + value.substring(value.indexOf('@'));
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    static Optional<? extends Contact> read(String written) {
        return written.indexOf('@') >= 0 ? Mail.read(written) : Phone.read(written);
    }
}
