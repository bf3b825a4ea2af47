package vn.dondoc.plan.person;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;

/**
 * How personal data are kept.
 *
 * @param keys the keys under which names and contacts are stored, the newest first (DONDOC_PERSONAL_DATA_KEYS); one whose id begins with {@code local-} is refused
 *     outside {@code local}
 * @param keptFor for how long names and contacts are kept after the last position ended (DONDOC_PERSONAL_DATA_KEPT_FOR)
 * @param readingsKeptFor for how long the record of who read names and contacts is kept (DONDOC_PERSONAL_DATA_READINGS_KEPT_FOR)
 * @param invitationDays for how long the link of an invitation is good (DONDOC_INVITATION_DAYS)
 */
@Validated
@ConfigurationProperties("dondoc.personal-data")
record PersonalDataSettings(
        @NotBlank(message = "DONDOC_PERSONAL_DATA_KEYS must name the key under which names and contacts are stored") @Setting(secret = true, values = "`ID:BASE64,ID:BASE64`, at least 32 bytes each") String keys,
        @DefaultValue("730") @Min(0) @Max(36500) @Setting(values = "days, 0 to 36500") int keptFor,
        @DefaultValue("1825") @Min(30) @Max(36500) @Setting(values = "days, 30 to 36500") int readingsKeptFor,
        @DefaultValue("7") @Min(1) @Max(60) @Setting(values = "days, 1 to 60") int invitationDays) {

    @Override
    public String toString() {
        return "kept for " + keptFor + " days";
    }
}
