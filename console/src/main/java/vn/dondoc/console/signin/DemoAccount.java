package vn.dondoc.console.signin;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;

/**
 * An account of the fictional province.
 *
 * @param name display name; kept in the console's session only
 * @param unit name of the unit the person works in
 * @param hint what to look at with this account
 */
public record DemoAccount(
        String account, String name, PersonId person, Role role, String unit, @Nullable String commune, @Nullable String hint) {}
