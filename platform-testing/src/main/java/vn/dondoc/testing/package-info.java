/** Real parts for tests: mongod and a Kafka broker as processes of their own, an issuer of tokens, rules of the architecture. */
@NullMarked
package vn.dondoc.testing;

import org.jspecify.annotations.NullMarked;
