package vn.dondoc.plan.person;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How personal data are kept.
 *
 * @param keys {@code ID:BASE64} of at least 32 bytes, the newest first, parted by commas (DONDOC_PERSONAL_DATA_KEYS)
 * @param keptFor days after the last position ended (DONDOC_PERSONAL_DATA_KEPT_FOR)
 * @param readingsKeptFor days for which the record of readings is kept (DONDOC_PERSONAL_DATA_READINGS_KEPT_FOR)
 * @param invitationDays days for which the link of an invitation is good (DONDOC_INVITATION_DAYS)
 */
@Validated
@ConfigurationProperties("dondoc.personal-data")
record PersonalDataSettings(
        @NotBlank(message = "DONDOC_PERSONAL_DATA_KEYS must name the key under which names and contacts are stored") String keys,
        @DefaultValue("730") @Min(0) @Max(36500) int keptFor,
        @DefaultValue("1825") @Min(30) @Max(36500) int readingsKeptFor,
        @DefaultValue("7") @Min(1) @Max(60) int invitationDays) {

    @Override
    public String toString() {
        return "kept for " + keptFor + " days";
    }
}
