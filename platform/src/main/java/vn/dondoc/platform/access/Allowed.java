package vn.dondoc.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.dondoc.contracts.event.Role;

/**
 * The rule of an endpoint: which roles may call it at all. What they may see or change there is limited further by their branch.
 * A handler below {@code /api} without it does not start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** Holders of a position with one of these; empty for holders of any position. */
    Role[] value() default {};

    /** Also people without a position, and callers with another proof than a token (checked by the handler itself). */
    boolean anybody() default false;

    /**
     * Services that call in their own name; where no roles are named beside them, nobody else may. Without them a service's token
     * is refused, whatever else is allowed.
     */
    String[] services() default {};
}
