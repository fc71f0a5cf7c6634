package org.histogrid;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.histogrid.base.store.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application on real PostgreSQL: one server for all tests of a JVM, a database of its own for
/// each distinct Spring context. Tests that share a context share its database, so they name what they make.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = HistogridApplication.class)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("test")
public @interface IntegrationTest {}
