package vn.dondoc.plan.person;

import org.jspecify.annotations.Nullable;
import vn.dondoc.plan.rules.BrokenRules;

/** Reads names and contacts as people write them. */
final class PersonFields {

    static final int LONGEST_NAME = 120;

    private PersonFields() {}

    /** What a person is entered with. */
    record Named(String name, Contact.@Nullable Phone phone, Contact.@Nullable Mail mail) {

        /** All of it in one text, to be compared. */
        String joined() {
            return name + "\0" + (phone == null ? "" : phone.value()) + "\0" + (mail == null ? "" : mail.value());
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    static Named read(@Nullable String name, @Nullable String phone, @Nullable String email, String prefix, BrokenRules broken) {
        var readName = name == null ? "" : name.strip().replaceAll("\\s+", " ");
        var readPhone = phone == null || phone.isBlank() ? null : Contact.Phone.read(phone).orElse(null);
        var readMail = email == null || email.isBlank() ? null : Contact.Mail.read(email).orElse(null);
        broken.require(!readName.isEmpty() && readName.length() <= LONGEST_NAME && readName.chars().noneMatch(Character::isISOControl),
                prefix + "name", "PERSON_NAME", LONGEST_NAME);
        broken.require(blank(phone) || readPhone != null, prefix + "phone", "PHONE_BROKEN");
        broken.require(blank(email) || readMail != null, prefix + "email", "EMAIL_BROKEN");
        return new Named(readName, readPhone, readMail);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
