package vn.dondoc.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a service with a real {@code mongod} and a real broker (one of each in a JVM), a database of its own, the local profile and
 * tokens of {@link TestIssuer}. Topics and consumer groups are shared: use one context in a module, and ids of your own in each test.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ActiveProfiles("local")
@ContextConfiguration(initializers = RealPartsInitializer.class)
public @interface RealParts {}
