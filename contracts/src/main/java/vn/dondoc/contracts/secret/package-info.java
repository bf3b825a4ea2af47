/** What may be a secret, in a local run and elsewhere. */
@NullMarked
package vn.dondoc.contracts.secret;

import org.jspecify.annotations.NullMarked;
