/** Last words of street names. A `sure` one needs no house number where a name stands before it. */
const sure =
  "road rd street avenue ave lane crescent cres terrace mews wynd gardens grove broadway causeway esplanade promenade embankment villas cottages";
const unsure =
  "st ln close drive way court ct place pl hill row walk square sq park view rise mount parade gate green fields bank croft vale yard quay wharf buildings flats tower towers house heights mansions estate brae loan";

export const sureStreets: ReadonlySet<string> = new Set(sure.split(" "));
export const streets: ReadonlySet<string> = new Set(`${sure} ${unsure}`.split(" "));

/** The areas that a British postcode can begin with. */
export const postcodeAreas: ReadonlySet<string> = new Set(
  "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze".split(
    " ",
  ),
);
