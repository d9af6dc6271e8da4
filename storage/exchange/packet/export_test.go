package packet

// Attach lets tests seal archives that Write would never make.
var Attach = attach
