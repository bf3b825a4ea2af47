package vn.dondoc.contracts.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the table of settings in docs/operating.md says of a component of a class of settings beyond its Javadoc, its type and its bounds.
 * The Javadoc names the variable in brackets; what names none is not for operators.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.SOURCE)
public @interface Setting {

    /** Whether it is kept from everybody who need not know it. */
    boolean secret() default false;

    /** Whether it is of local runs: elsewhere no application starts with it. */
    boolean local() default false;

    /** Who does not do without it outside of local runs, where neither a bound nor the start's list of needs says so. */
    String needed() default "";

    /** What it may be and in which unit, where type and bounds do not say it. */
    String values() default "";
}
