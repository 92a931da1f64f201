/** What only the whole shows: bundles in a framework, rules of the house, the packaged program. */
@NullMarked
package org.dovetail.integration.tests;

import org.jspecify.annotations.NullMarked;
