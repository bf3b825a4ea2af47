package vn.dondoc.console.people;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PositionId;

/** Who is invited, as it was typed. */
public record InvitationForm(@Nullable String name, @Nullable String phone, @Nullable String email) {

    public static InvitationForm empty() {
        return new InvitationForm("", "", "");
    }

    public People.InvitationWanted wanted(PositionId position) {
        return new People.InvitationWanted(position, name == null ? "" : name.strip(), orNull(phone), orNull(email));
    }

    People.Correction correction() {
        return new People.Correction(name == null ? "" : name.strip(), orNull(phone), orNull(email));
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
