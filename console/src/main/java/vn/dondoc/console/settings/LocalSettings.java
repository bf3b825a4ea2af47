package vn.dondoc.console.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.setting.Setting;

/**
 * Settings of local runs.
 *
 * @param secret guards what exists in {@code local} only (DONDOC_LOCAL_SECRET)
 * @param clockOffset how far the domain clock is ahead at start (DONDOC_LOCAL_CLOCK_OFFSET)
 * @param demoAccounts demo accounts, which sign in without a provider (DONDOC_DEMO_ACCOUNTS)
 * @param demoPassword the one password of all demo accounts (DONDOC_DEMO_PASSWORD)
 * @param mailSinkPort catches the letters of local runs, shown at {@code /local/mails}, as are short messages; without it nothing does (DONDOC_MAIL_SINK_PORT)
 */
public record LocalSettings(
        @Setting(secret = true, local = true, values = "16 characters at least") String secret,
        @Setting(local = true) Duration clockOffset,
        @Setting(local = true) Path demoAccounts,
        @Setting(secret = true, local = true) String demoPassword,
        @Setting(local = true, values = "port of this machine") @Nullable Integer mailSinkPort) {

    @Override
    public String toString() {
        return "LocalSettings[clockOffset=" + clockOffset + ", demoAccounts=" + demoAccounts + ", mailSinkPort=" + mailSinkPort + "]";
    }
}
