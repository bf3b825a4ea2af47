package vn.dondoc.plan.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.dondoc.contracts.setting.Setting;

/**
 * How the first directory gets in.
 *
 * @param setupToken opens the first set-up ({@code /setup}) and the first import while nobody administers a province (DONDOC_SETUP_TOKEN); where none is set,
 *     plan-service makes one and prints it at its start
 */
@ConfigurationProperties("dondoc.organisation")
record OrganisationSettings(@Setting(secret = true, values = "16 characters at least") @Nullable String setupToken) {

    private static final int SHORTEST = 16;

    OrganisationSettings {
        if (setupToken != null && !setupToken.isEmpty() && setupToken.length() < SHORTEST) {
            throw new IllegalArgumentException("DONDOC_SETUP_TOKEN must have at least " + SHORTEST + " characters");
        }
    }
}
