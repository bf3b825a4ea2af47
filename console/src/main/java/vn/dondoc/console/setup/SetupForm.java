package vn.dondoc.console.setup;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;

/** What was typed at the set-up; the token is never shown again. */
public record SetupForm(
        @Nullable String token, @Nullable String provinceName, @Nullable String provinceCode, @Nullable String name, @Nullable String phone, @Nullable String email) {

    static SetupForm empty() {
        return new SetupForm("", "", "", "", "", "");
    }

    Organisation.SetupWanted wanted() {
        return new Organisation.SetupWanted(said(provinceName), said(provinceCode), said(name), orNull(phone), orNull(email));
    }

    static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
