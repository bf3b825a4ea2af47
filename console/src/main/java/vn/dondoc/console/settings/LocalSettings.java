package vn.dondoc.console.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of local runs.
 *
 * @param secret guards the local-only endpoints
 * @param clockOffset how far the domain clock is ahead at start
 * @param demoAccounts file of the accounts that may sign in
 * @param demoPassword their one password
 * @param mailSinkPort port of the SMTP sink on the loopback interface; null for none
 */
public record LocalSettings(String secret, Duration clockOffset, Path demoAccounts, String demoPassword, @Nullable Integer mailSinkPort) {

    @Override
    public String toString() {
        return "LocalSettings[clockOffset=" + clockOffset + ", demoAccounts=" + demoAccounts + ", mailSinkPort=" + mailSinkPort + "]";
    }
}
