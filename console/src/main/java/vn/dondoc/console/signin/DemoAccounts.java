package vn.dondoc.console.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;

/** The accounts that may sign in; in local only. */
@Component
@Profile("local")
public class DemoAccounts {

    private final Map<String, DemoAccount> byAccount;

    DemoAccounts(ConsoleSettings settings) throws IOException {
        var json = Files.readString(Objects.requireNonNull(settings.local()).demoAccounts());
        var all = EventJson.mapper().readValue(json, new TypeReference<List<DemoAccount>>() {});
        this.byAccount = all.stream()
                .collect(Collectors.toMap(DemoAccount::account, account -> account, (first, second) -> first, LinkedHashMap::new));
    }

    public Optional<DemoAccount> find(@Nullable String account) {
        return account == null ? Optional.empty() : Optional.ofNullable(byAccount.get(account));
    }

    /** All accounts by role, in the order of the roles. */
    Map<Role, List<DemoAccount>> byRole() {
        var roles = new LinkedHashMap<Role, List<DemoAccount>>();
        for (var role : Role.values()) {
            var held = byAccount.values().stream().filter(account -> account.role() == role).toList();
            if (!held.isEmpty()) {
                roles.put(role, held);
            }
        }
        return roles;
    }
}
