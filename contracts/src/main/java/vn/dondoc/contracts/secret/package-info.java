/** What may be a secret, in a local run and elsewhere, and whom connections trust. */
@NullMarked
package vn.dondoc.contracts.secret;

import org.jspecify.annotations.NullMarked;
