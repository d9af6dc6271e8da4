// Package teamtest owns the tests of an office at many desks on one PostgreSQL
// server: simulated people at work through the use cases while servers are
// killed and networks cut, and what must be there afterwards; and the measurement
// of how long a desk takes when fifty work. It holds nothing but tests; all but
// this comment is built with the tag "team". JIANBAO_ROUNDS says how often a server
// is killed, JIANBAO_CUT for how many seconds the network is cut, JIANBAO_HISTORY
// and JIANBAO_LOAD_SECONDS (the last round: JIANBAO_LOAD_LAST) how many seconds
// people work; an ordinary run does little.
package teamtest
