PRAGMA application_id = 1885829476;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE accepted(key TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, text BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
INSERT INTO "accepted" VALUES('','@FOLDER@/pgyd.ini',CAST(('[daemon]
state_dir = state
plugins = milestones, networking, offers

[serve]
listen = 127.0.0.1:0

[person]
name = Ada Test
timezone = America/New_York

[notify:log]
type = log

[training]
specialty = anesthesiology
start = 2024-07-01
pgy = 3
as_of = 2026-07-01

[goal]
state = IL

[visa]
type = j1
first = 2024-06-15
program_end = 2028-06-30

[quiet]
hours = 22:00-07:00
digest_at = 18:00

[contact:alvarez]
name = Dr. Alvarez
kind = attending
cadence = 20d
last = 2026-11-02

[contact:chen]
name = Dr. Chen
kind = attending
cadence = 30d
last = 2026-11-05

[contact:okafor]
name = Dr. Okafor
kind = attending
cadence = 40d
last = 2026-11-08

[contact:lee]
name = Dr. Lee
kind = attending
cadence = 50d
last = 2026-11-11

[milestone:lecture]
title = Write the lecture
when = 2027-01-26
severity = info
remind = 2w

[milestone:badge]
title = Renew the badge
when = 2027-01-13
severity = info
remind = 1d, 0d

') AS BLOB),1799773200);
INSERT INTO "accepted" VALUES('me','@FOLDER@/pgyd.ini',CAST(('[daemon]
state_dir = state
plugins = milestones, networking, offers

[serve]
listen = 127.0.0.1:0

[person]
name = Ada Test
timezone = America/New_York

[notify:log]
type = log

[training]
specialty = anesthesiology
start = 2024-07-01
pgy = 3
as_of = 2026-07-01

[goal]
state = IL

[visa]
type = j1
first = 2024-06-15
program_end = 2028-06-30

[quiet]
hours = 22:00-07:00
digest_at = 18:00

[contact:alvarez]
name = Dr. Alvarez
kind = attending
cadence = 20d
last = 2026-11-02

[contact:chen]
name = Dr. Chen
kind = attending
cadence = 30d
last = 2026-11-05

[contact:okafor]
name = Dr. Okafor
kind = attending
cadence = 40d
last = 2026-11-08

[contact:lee]
name = Dr. Lee
kind = attending
cadence = 50d
last = 2026-11-11

[milestone:lecture]
title = Write the lecture
when = 2027-01-26
severity = info
remind = 2w

[milestone:badge]
title = Renew the badge
when = 2027-01-13
severity = info
remind = 1d, 0d

') AS BLOB),1799773200);
CREATE TABLE batches( profile TEXT NOT NULL, plugin TEXT NOT NULL, version TEXT NOT NULL, inputs INTEGER NOT NULL, frames BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(profile, plugin)) STRICT;
INSERT INTO "batches" VALUES('me','milestones','0.1',541509529754429363,CAST((X'1b0100000209000000'||'aba-basic'||X'ffffffff0200000001000000030000000000000015000000'||'ABA BASIC examination>'||X'000000'||'Confirm the dates and whether you are eligible with the board.J'||X'000000'||'after CA-1; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff9b500000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000009900000000000000640000000100000010010000020f000000'||'attending-start'||X'ffffffff0100000001000000010000000000000019000000'||'First day as an attendingY'||X'000000'||'Planned from [goal] start_date; without it, the first Monday a month after training ends.'||X'11000000'||'[goal] start_date'||X'ffffffff94530000000000009453000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000df0100000210000000'||'attorney-contact'||X'ffffffff0200000001000000020000000000000028000000'||'Physician-contract lawyer: first contact'||X'cc000000'||'A draft must then only be sent. Anything with RVU pay, a covenant, a partnership track or a clawback is reviewed, always.
No legal advice: have the contract read by a lawyer of the state you will work in.f'||X'000000'||'residencyadvisor.com: first contact 12 to 9 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003e000000000000006400000001000000af0100000213000000'||'attorney-groundwork'||X'ffffffff0200000001000000020000000000000025000000'||'Physician-contract lawyer: ask around'||X'9e000000'||'Ask those who signed last year whom they used, and whether it was worth it.
No legal advice: have the contract read by a lawyer of the state you will work in.d'||X'000000'||'residencyadvisor.com: groundwork 18 to 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff51510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000098000000000000006400000001000000e00100000212000000'||'attorney-shortlist'||X'ffffffff010000000100000002000000000000002d000000'||'Physician-contract lawyer: two or three names'||X'c6000000'||'- licensed in the state of the job
- fixed price for a review
- turns a draft around in three to five business days
No legal advice: have the contract read by a lawyer of the state you will work in.f'||X'000000'||'residencyadvisor.com: two or three names 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff6400000001000000000000000000000064000000010000009b00000002050000006261646765ffffffff010000000100000001000000000000000f000000'||'Renew the badge'||X'ffffffff12000000'||'your own milestone'||X'ffffffff5f510000000000005f51000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000ffffffffffffffff64000000010000000000000000000000640000000100000011020000020c000000'||'conrad-ready'||X'ffffffff0300000003000000020000000000000027000000'||'Conrad 30: job signed and file complete'||X'e8000000'||'States may open on October 1, and in some the 30 places are gone within a week. Whether the programme is in force that year is to be checked.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.Q'||X'000000'||'3rnet.org: before October 1 of the last year; pattern, last checked on 2026-11-22'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000005000000faffffffffffffff6d00000001000000fdffffffffffffff6d00000001000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000010000000000000000000000640000000300000015020000020d000000'||'conrad-window'||X'ffffffff020000000100000002000000000000002a000000'||'Conrad 30: the federal year of your waiver'||X'03010000'||'30 places a state, up to 10 of them flex; states are not obliged to open on the first day. Keep the places left with their date in the offer: slots_left, slots_checked.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.f'||X'000000'||'federal fiscal year; its reauthorisation was not checked for 2026; pattern, last checked on 2026-11-22'||X'ffffffff6452000000000000d153000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000004f010000000000006400000001000000170300000210000000'||'contract-figures'||X'ffffffff0200000001000000030000000000000033000000'||'Sign-on and malpractice figures to read an offer by'||X'c2010000'||'Reported averages and ranges of others; ask for quotes of your own.
- sign-on: 38,215 dollars on average in the report of 2025, 31,473 in that of 2024
- owed back over two to four years as a rule
- malpractice tail: 150 to 250 percent of a year''s premium, paid at once
- that is 15,000 to 30,000 dollars where risk is low, 100,000 to 150,000 and more where it is high
No legal advice: have the contract read by a lawyer of the state you will work in.'||X'9d000000'||'sdtplanning.com and chellelaw.com on sign-on payments; attendingfinancial.com, 2026, on tails; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff07520000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000050010000000000006400000001000000e70100000214000000'||'credentialing-packet'||X'ffffffff0200000002000000020000000000000034000000'||'Hospital credentialing packet: in between these days'||X'af000000'||'The first day is ideal, the last one the latest. Committees meet monthly: a file that misses one waits up to 30 days.
Confirm with the board and with the credentialing office.b'||X'000000'||'credentialing services: 90 to 150 days, privileging 90 to 180; pattern, last checked on 2026-11-22'||X'ffffffff1c530000000000003a53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373003000000f2ffffffffffffff6400000001000000000000000000000064000000020000000f000000000000006400000001000000a70100000210000000'||'dea-registration'||X'ffffffff0100000001000000030000000000000018000000'||'DEA registration in hand'||X'96000000'||'It follows the licence: apply on the day the licence is issued, at an address in that state.
Confirm with the board and with the credentialing office.k'||X'000000'||'60 days before the start, after the licence; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff58530000000000005853000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff640000000100000000000000000000006400000001000000620200000213000000'||'fellowship-question'||X'ffffffff0100000001000000010000000000000032000000'||'A fellowship: would it make you harder to replace?@'||X'010000'||'Would a fellowship make you harder to replace in the market you want? A yes needs two people who hire there to say so.
Said of your field: it can help: cardiac anaesthesia, pain, critical care (article 002).
- yes: [fellowship] type and start, and the dates of its match are planned
- no: pgyctl done fellowship-questionV'||X'000000'||'asked before applications; what is said of the field is a view of article 002, undated'||X'ffffffffe44f000000000000e44f000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d36340500000053322d363302000000e2ffffffffffffff640000000100000000000000000000006400000001000000380200000207000000'||'h1b-fee'||X'ffffffff0100000001000000030000000000000048000000'||'H-1B: ask who pays which fee, and whether the 100,000 dollar one applies'||X'fb000000'||'The proclamation of September 2025 was said not to hold for a change or extension inside the country that is approved; it ran for twelve months unless extended.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.y'||X'000000'||'USCIS, October 2025, by lawyers'' pages; not checked since; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff26520000000000002652000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff640000000100000000000000000000006400000001000000cd010000020d000000'||'hireable-core'||X'ffffffff0100000001000000010000000000000038000000'||'The core year of becoming hireable: what to have in hand'||X'd3000000'||'The last year before the end of training is the one whose results are hired.
- References asked and willing to call.
- A physician-contract lawyer identified.
- Several real contracts read, with names taken out.7'||X'000000'||'marketability: the core begins 12 months before the end'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343202000000f2ffffffffffffff640000000100000000000000000000006400000001000000840100000208000000'||'j1-grace'||X'ffffffff0300000001000000020000000000000019000000'||'J-1: 30 days of grace end~'||X'000000'||'No work is permitted in these days.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.P'||X'000000'||'ECFMG: the end of the programme and 30 days; pattern, last checked on 2026-11-22'||X'ffffffff93530000000000009353000000000000ffffffffffffffffffffffffffffffffffffffff0000000004000000e2ffffffffffffff6400000001000000f2ffffffffffffff6400000001000000f9ffffffffffffff640000000100000000000000000000006400000001000000dc0100000208000000'||'j1-limit'||X'ffffffff030000000100000002000000000000002a000000'||'J-1: the general limit of seven years ends'||X'c3000000'||'Exceptions exist; a board examination can extend it to the month of the examination, six months at most.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.B'||X'000000'||'ECFMG: seven years in general; pattern, last checked on 2026-11-22'||X'ffffffffac57000000000000ac57000000000000ffffffffffffffffffffffffffffffffffffffff0000000005000000ffffffffffffffff7900000001000000faffffffffffffff6d00000001000000fdffffffffffffff6d00000001000000e2ffffffffffffff640000000100000000000000000000006400000001000000370100000206000000'||'job-cv'||X'ffffffff020000000100000002000000000000000b000000'||'CV finishedV'||X'000000'||'- one page of what you did and how much
- dates without gaps
- two people have read it['||X'000000'||'practicelink.com, 2020: 14 to 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffffca510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000001f000000000000006400000001000000ed0000000208000000'||'job-look'||X'ffffffff0200000001000000020000000000000019000000'||'Job search: look casually'||X'ffffffff57000000'||'practicelink.com: 24 to 12 months before the start; pattern, last checked on 2026-11-22'||X'ffffffffb9500000000000002652000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000004f010000000000006400000001000000010100000214000000'||'job-network-hospital'||X'ffffffff020000000100000002000000000000002c000000'||'Job search, hospital-based: early networking'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff5151000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003c0000000000000064000000010000000c0100000213000000'||'job-search-hospital'||X'ffffffff0200000001000000020000000000000038000000'||'Job search, hospital-based: active search and interviews'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffffab510000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000009a0000000000000064000000010000004d010000020f000000'||'job-search-visa'||X'ffffffff0200000001000000020000000000000023000000'||'Job search on a visa: active searchX'||X'000000'||'Employers that sponsor, and waiver places, fill first.
Confirm with immigration counsel.N'||X'000000'||'residencyadvisor.com, guide for graduates; pattern, last checked on 2026-11-22'||X'ffffffff9a500000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000004f010000000000006400000001000000220100000210000000'||'job-secured-visa'||X'ffffffff0100000003000000020000000000000022000000'||'Position secured by now, on a visa!'||X'000000'||'Confirm with immigration counsel.Z'||X'000000'||'practicelink.com: by October 1 before the last spring; pattern, last checked on 2026-11-22'||X'ffffffff64520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff640000000100000000000000000000006400000003000000050100000211000000'||'job-sign-hospital'||X'ffffffff0200000001000000020000000000000033000000'||'Job search, hospital-based: sign between these days'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff6352000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003d00000000000000640000000100000038010000020a000000'||'job-winter'||X'ffffffff020000000100000002000000000000001c000000'||'Interviews: the winter surge='||X'000000'||'Ask now for days without calls between November and February.`'||X'000000'||'practicelink.com, 2020: November to February before the end; pattern, last checked on 2026-11-22'||X'ffffffff8352000000000000fa52000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000059000000000000006400000001000000ee010000020c000000'||'lane-decided'||X'ffffffff0100000002000000010000000000000013000000'||'Lane decided by now'||X'df000000'||'Write the lane you settled on as [goal] lane, with lane_decided. Undecided is fine earlier; from here on cases, talks and contacts pull in different directions without it.
Lanes listed for your field: cardiac and obstetric.P'||X'000000'||'the niche is decided by the middle of residency, or three months into fellowship'||X'ffffffff9b500000000000009b50000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d30380500000053322d30340500000053322d303603000000a6ffffffffffffff6400000001000000e2ffffffffffffff64000000010000000000000000000000640000000200000005020000020b000000'||'lane-review'||X'0400000070677934010000000100000001000000000000002b000000'||'Lane review: known for what, paid for what?'||X'f7000000'||'Offers in your field are prepared over years. Does what you do most still match what you want to be hired for?
- cardiac and obstetric: known for hard cases without fuss; paid for cover that must not lapse; pleasant places pay for it (article 002)T'||X'000000'||'a field in which large offers are prepared over years; views of article 002, undated'||X'ffffffff64520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d31390500000053322d30330500000053322d3036010000000000000000000000640000000100000059010000020c000000'||'learn-bumped'||X'0400000032303236040000000100000001000000000000001c000000'||'Learn which cases get bumpedc')||(X'000000'||'Ask which cases are bumped, and what that costs. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffff34510000000000003451000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3137010000000000000000000000640000000100000065010000020a000000'||'learn-call'||X'04000000323032370400000001000000010000000000000028000000'||'Learn which hospitals need call coveragee'||X'000000'||'Ask transfer centers, schedulers and moonlighters. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffff8e510000000000008e51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313701000000000000000000000064000000010000007c0100000211000000'||'learn-collections'||X'ffffffff010000000100000001000000000000002c000000'||'Follow a patient bill from charge to payment|'||X'000000'||'Ask your billing office to follow a visit or case from charge to payment. Pay tied to collections depends on what is denied.E'||X'000000'||'business of medicine, what pays: 15 months before the end of training'||X'ffffffffab51000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000005d010000020a000000'||'learn-hire'||X'0400000032303237040000000100000001000000000000001e000000'||'Learn what is hard to hire forg'||X'000000'||'Ask the people who schedule and the people who sign. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffffea51000000000000ea51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313701000000000000000000000064000000010000006e0100000210000000'||'learn-pay-models'||X'ffffffff010000000100000001000000000000002c000000'||'Learn the usual pay models in your specialtyp'||X'000000'||'Find out which model is usual: salary, productivity, a mix, or partnership. You need this to compare two offers.D'||X'000000'||'business of medicine, what pays: 9 months before the end of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000007d010000020f000000'||'learn-payer-mix'||X'ffffffff0100000001000000010000000000000023000000'||'Compare the payer mix of two places'||X'88000000'||'Find the payer mix where you train and at a place you are considering. Two towns with the same salary can have very different prospects.E'||X'000000'||'business of medicine, what pays: 13 months before the end of training'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff640000000100000000000000000000006400000001000000760100000210000000'||'learn-work-units'||X'ffffffff010000000100000001000000000000002a000000'||'Add up the work RVUs of your ordinary weeky'||X'000000'||'Look up the work RVUs of the ten things you do most, and add up a week. You cannot judge a pay offer without this number.E'||X'000000'||'business of medicine, what pays: 17 months before the end of training'||X'ffffffff70510000000000007051000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000009f0000000207000000'||'lecture'||X'ffffffff0100000001000000010000000000000011000000'||'Write the lecture'||X'ffffffff12000000'||'your own milestone'||X'ffffffff6c510000000000006c51000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000feffffffffffffff770000000100000000000000000000006400000001000000c90200000212000000'||'licence-apply-slow'||X'ffffffff020000000200000002000000000000003b000000'||'Apply for the state licence, in a state that takes its timev'||X'010000'||'Two to three months as a rule, but California asks for six months'' lead, Illinois has taken 180 days and more, Texas up to a year once. From March to August add one to two weeks.
- USMLE Step 3 passed
- verification of medical school and training
- fingerprints and background check
- every address and gap explained
Confirm with the board and with the credentialing office.'||X'98000000'||'California Medical Board and licensing services: six months before the start, and the steps that follow the licence; pattern, last checked on 2026-11-22'||X'ffffffff45520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d37300100000000000000000000006400000002000000510100000217000000'||'malpractice-certificate'||X'ffffffff010000000100000003000000000000002b000000'||'Malpractice certificate and references sent9'||X'000000'||'Confirm with the board and with the credentialing office.X'||X'000000'||'90 days before the start; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff3a530000000000003a53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff64000000010000000000000000000000640000000100000019010000020d000000'||'monthly-cases'||X'07000000'||'2027-01'||X'0500000001000000010000000200000020000000'||'This month: the cases that countO'||X'000000'||'Put yourself down for one case or patient of the kind you want to be hired for.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff53510000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000019010000020d000000'||'monthly-cases'||X'07000000'||'2027-02'||X'0500000001000000010000000200000020000000'||'This month: the cases that countO'||X'000000'||'Put yourself down for one case or patient of the kind you want to be hired for.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000001e010000020c000000'||'monthly-lean'||X'07000000'||'2027-01'||X'050000000100000001000000020000002b000000'||'This month: one step further into the nicheJ'||X'000000'||'A talk, a protocol, a review, a course: something that your name stays on.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff53510000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000001e010000020c000000'||'monthly-lean'||X'07000000'||'2027-02'||X'050000000100000001000000020000002b000000'||'This month: one step further into the nicheJ'||X'000000'||'A talk, a protocol, a review, a course: something that your name stays on.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000030010000020f000000'||'monthly-records'||X'07000000'||'2027-01'||X'0500000001000000010000000200000025000000'||'This month: notes and codes that hold_'||X'000000'||'Go through ten of your own notes with somebody who codes. What was left out, what was not paid?8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff53510000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000030010000020f000000'||'monthly-records'||X'07000000'||'2027-02'||X'0500000001000000010000000200000025000000'||'This month: notes and codes that hold_'||X'000000'||'Go through ten of your own notes with somebody who codes. What was left out, what was not paid?8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000002a010000020c000000'||'monthly-room'||X'07000000'||'2027-01'||X'0500000001000000010000000200000024000000'||'This month: run it from start to end]'||X'000000'||'One list, one clinic or one shift that you run yourself, with its volume and its end on time.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff53510000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000002a010000020c000000'||'monthly-room'||X'07000000'||'2027-02'||X'0500000001000000010000000200000024000000'||'This month: run it from start to end]'||X'000000'||'One list, one clinic or one shift that you run yourself, with its volume and its end on time.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343300000000d60200000212000000'||'noncompete-changed'||X'ffffffff020000000100000003000000000000002f000000'||'Non-compete: your state changed its law in 2025'||X'a5010000'||'Arkansas, Colorado, Illinois, Indiana, Maryland, Oregon and Utah changed theirs in 2025. Guides and drafts older than that may be wrong.
- from which day of signing the new law holds
- whether it covers your specialty and employer
- longest time and distance
- whether it falls when you are discharged without cause
- a limit on the buyout
Confirm with counsel of that state: the law changes, and this is no legal advice.{'||X'000000'||'law firms'' surveys: littler.com 2025, natlawreview.com 2025; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff07520000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff000000000200000000000000000000006400000001000000500100000000000064000000010000008c0100000208000000'||'npi-caqh'||X'ffffffff010000000100000002000000000000001d000000'||'NPI and CAQH profile complete'||X'92000000'||'The CAQH profile takes one to two weeks, and credentialing and payers both read from it.
Confirm with the board and with the credentialing office.W'||X'000000'||'a credentialing service: 150 days before the start; pattern, last checked on 2026-11-22'||X'fffffffffe52000000000000fe52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff6400000001000000000000000000000064000000010000006c010000020d000000'||'offers-appear'||X'ffffffff0100000001000000010000000000000030000000'||'October of the last year: offers begin to appear'||X'8e000000'||'Classmates compare from now on. Note what you hear with setting and region, and judge an offer by its work and its exit as well as by its pay.#'||X'000000'||'October 1 of the last academic year'||X'ffffffff64520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303102000000f2ffffffffffffff640000000100000000000000000000006400000001000000ee010000020f000000'||'payer-enrolment'||X'ffffffff0100000001000000020000000000000016000000'||'Payer enrolment begins'||X'ef000000'||'Commercial payers take 60 to 120 days, Medicare 45 to 90, Medicaid 30 to 180 and more. None can begin before the licence is there, and some only after training has ended: ask which.
Confirm with the board and with the credentialing office.\'||X'000000'||'credentialing services, 2026: 120 days before the start; pattern, last checked on 2026-11-22'||X'ffffffff1c530000000000001c53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff640000000100000000000000000000006400000001000000a0010000020e000000'||'phase-hireable'||X'ffffffff020000000100000001000000000000000f000000'||'Become hireable'||X'd8000000'||'Turn training into what an employer needs from the first week.
- Take the cases that matter for your lane.
- Run a room or a list from start to end.
- Document and code so that the work counts.
- Lean into the niche.-'||X'000000'||'marketability: the last 18 months of training'||X'ffffffff51510000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3432020000000000000000000000640000000100000006020000000000006400000001000000050200000210000000'||'phase-interviews'||X'ffffffff0200000001000000010000000000000011000000'||'Formal interviews('||X'010000'||'Run two or three serious processes side by side, with one or two that are a stretch.
- Bring your volumes and what you would take off their hands; terms come after that.
- Meet the physician who leads the service, beyond the recruiter.
- Ask every place that makes an offer for the full contract.>')||(X'000000'||'phases of training: 12 to 6 months before the end, short track'||X'ffffffff0752000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300200000000000000000000006400000001000000990000000000000064000000010000004e020000020a000000'||'phase-lane'||X'ffffffff020000000100000001000000000000000e000000'||'Pick your laned'||X'010000'||'Choose the part of your field that you want to be hired for. Write it down as [goal] lane.
- Ask two seniors which subfields groups near your target places cannot fill.
- Compare what you like doing on a bad day with what is scarce.
- Tell your programme director, so that rotations and cases can follow.
Lanes listed for your field: cardiac and obstetric.B'||X'000000'||'phases of training: PGY-2 to 12 months before the end, short track'||X'ffffffff2e4f0000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d35300500000053322d30380500000053322d30360200000000000000000000006400000001000000bb02000000000000640000000100000081010000020b000000'||'phase-learn'||X'ffffffff020000000100000001000000000000001b000000'||'Intern year: learn medicine'||X'b2000000'||'Nothing about jobs is due this year.
- Become safe and dependable.
- Plan the last licensing examination.
- Notice which work leaves you tired and content rather than only tired.'||X'19000000'||'phases of training: PGY-1'||X'ffffffffc14d0000000000002d4f000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d36300500000053322d35300500000053322d303202000000000000000000000064000000010000004e010000000000006400000001000000fc010000020c000000'||'phase-levers'||X'ffffffff0200000001000000010000000000000028000000'||'What still moves the quality of an offer'||X'19010000'||'These months are the ones in which your own doing changes what you are offered.
- Learn how your specialty is paid: work units, collections, payer mix.
- Sit in on a scheduling, quality or operations meeting.
- Settle who will speak for you, and ask whether they pick up the phone.1'||X'000000'||'levers: 18 to 6 months before the end of training'||X'ffffffff5151000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d353702000000000000000000000064000000010000004f0100000000000064000000010000004b020000020b000000'||'phase-niche'||X'ffffffff0200000001000000010000000000000034000000'||'Build the niche and the reputation that goes with itP'||X'010000'||'Make cases, talks and projects point the same way, until people name you when the subject comes up.
- Volunteer for the cases of your lane, the awkward ones included.
- Keep the case log tidy: volumes are the first thing a group asks about.
- Be easy to work with for nurses, schedulers and referring services: they are asked about you.>'||X'000000'||'phases of training: 15 to 6 months before the end, short track'||X'ffffffffab51000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300200000000000000000000006400000001000000f50000000000000064000000010000009c010000020d000000'||'phase-passive'||X'ffffffff0200000001000000010000000000000019000000'||'PGY-2: collect and listen'||X'bd000000'||'Stay passive, but take notes.
- Write down which niches attendings call hard to fill.
- Listen to how they speak about groups and hospitals.
- Note what made a senior easy or hard to place.2'||X'000000'||'phases of training: PGY-2 to March 31, short track'||X'ffffffff2e4f0000000000003f50000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d36310500000053322d35300200000000000000000000006400000001000000f3000000000000006400000001000000cd010000020b000000'||'phase-prove'||X'ffffffff020000000100000001000000000000002d000000'||'The first two years: prove value, grow volume'||X'cd000000'||'What you are paid on rests on these months.
- Keep your own numbers: visits or cases, access, outcomes.
- Know the dates of clawback, notice and tail.
- Stay in touch with the people who brought you there./'||X'000000'||'first two years: from the start to 24 months on'||X'ffffffff94530000000000006e56000000000000ffffffffffffffffffffffffffffffffffffffff040000000500000053322d37320500000053312d32360500000053322d35300500000053322d30320200000000000000000000006400000001000000bc02000000000000640000000100000071020000020b000000'||'phase-recon'||X'ffffffff0200000001000000010000000000000038000000'||'Look around quietly: who hires, who leaves, who is shortY'||X'010000'||'Gather facts before you need a job. Asking now commits you to nothing.
- Ask graduating seniors where they go and who else wanted them.
- Ask attendings which groups are well run and which to avoid.
- Note growing systems, chairs about to leave and services without enough hands.
- Go to one regional meeting or dinner talk and see who turns up.E'||X'000000'||'phases of training: April of PGY-2 to September of PGY-3, short track'||X'ffffffff4050000000000000f650000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053312d32380500000053322d32350500000053322d3530020000000000000000000000640000000100000098000000000000006400000001000000f0010000020a000000'||'phase-soft'||X'ffffffff020000000100000001000000000000001e000000'||'First contacts and site visits'||X'0c010000'||'Introduce yourself to the places on your list and go to see some of them.
- Write to people you have met before writing to strangers.
- Ask what they look for in a colleague; leave out whether they are hiring.
- Visit at least one place of each kind that you consider.>'||X'000000'||'phases of training: 12 to 9 months before the end, short track'||X'ffffffff07520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353002000000000000000000000064000000010000003e000000000000006400000001000000060200000210000000'||'phase-visibility'||X'ffffffff0200000001000000010000000000000023000000'||'Be visible to the people who decide'||X'1f010000'||'Groups make up their minds about whom they want one to two years ahead, long before the interview.
- Go to division meetings and ask about how the service runs.
- Volunteer once for a piece of work on schedules or quality.
- Let two or three attendings with real influence see your work.6'||X'000000'||'visibility: 24 to 12 months before the end of training'||X'ffffffff9a500000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d313402000000000000000000000064000000010000004f0100000000000064000000010000001e020000020c000000'||'practice-dea'||X'ffffffff030000000300000002000000000000002f000000'||'Apply for the DEA registration: latest safe day'||X'f8000000'||'Takes 30 days as a rule and 60 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-07-01 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff58530000000000005853000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff6400000002000000000000000000000064000000030000004e0200000210000000'||'practice-licence'||X'ffffffff030000000300000002000000000000002c000000'||'Apply for the state licence: latest safe day'''||X'010000'||'Nothing after it can end before it is issued.
Takes 90 days as a rule and 180 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-02-02 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff68520000000000006852000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000012020000020e000000'||'practice-payer'||X'ffffffff0300000003000000020000000000000020000000'||'Payer enrolment: latest safe day'||X'f9000000'||'Takes 90 days as a rule and 120 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-05-02 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff1c530000000000001c53000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff640000000200000000000000000000006400000003000000260200000214000000'||'practice-privileging'||X'ffffffff030000000300000002000000000000002e000000'||'Credentialing and privileging: latest safe day'||X'f9000000'||'Takes 90 days as a rule and 120 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-05-02 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff1c530000000000001c53000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000005010000020c000000'||'prove-day-90'||X'ffffffff0100000001000000010000000000000014000000'||'Review after 90 daysP'||X'000000'||'Is the job the one that was described? Raise what differs now, while it is easy.'||X'17000000'||'first two years: day 90'||X'ffffffffee53000000000000ee53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff64000000010000000000000000000000640000000100000010010000020e000000'||'prove-month-12'||X'ffffffff0100000001000000010000000000000016000000'||'Review after 12 monthsU'||X'000000'||'A year of numbers: take them to your lead. Ask what the second year should look like.'||X'19000000'||'first two years: month 12'||X'ffffffff01550000000000000155000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff6400000001000000000000000000000064000000010000000a010000020e000000'||'prove-month-18'||X'ffffffff0100000001000000010000000000000016000000'||'Review after 18 monthsO'||X'000000'||'Look at the terms that end with the guarantee, and at notice and renewal dates.'||X'19000000'||'first two years: month 18'||X'ffffffffb955000000000000b955000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000fc000000020e000000'||'prove-month-24'||X'ffffffff0100000001000000010000000000000016000000'||'Review after 24 monthsA'||X'000000'||'Stay, change terms or move: decide with your own numbers at hand.'||X'19000000'||'first two years: month 24'||X'ffffffff6e560000000000006e56000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff64000000010000000000000000000000640000000100000009010000020d000000'||'prove-month-6'||X'ffffffff0100000001000000010000000000000015000000'||'Review after 6 monthsQ'||X'000000'||'Compare your volume with the ramp you agreed on, and call with what was promised.'||X'18000000'||'first two years: month 6'||X'ffffffff4c540000000000004c54000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000be020000020d000000'||'refresh-packs'||X'0400000032303238040000000100000001000000000000001a000000'||'Refresh the packs of dates'||X'ee010000'||'What these say goes on as a pattern of earlier years. Look for a newer pgyd, or check and date them yourself:
- boards: pattern, last checked on 2026-11-22
- contract: pattern, last checked on 2026-11-22
- immigration: pattern, last checked on 2026-11-22
- licence: pattern, last checked on 2026-11-22
- loans: pattern, last checked on 2026-11-22
- matches: pattern, last checked on 2026-11-22
- noncompete: pattern, last checked on 2026-11-22
- specialties: pattern, last checked on 2026-11-22@'||X'000000'||'valid_until of packs, of single milestones in them, and of lists'||X'ffffffff58530000000000005853000000000000ffffffffffffffffffffffffffffffffffffffff000000000100000000000000000000006400000001000000a3010000020b000000'||'step3-score'||X'ffffffff0100000002000000020000000000000029000000'||'USMLE Step 3: the score should be in hand'||X'a4000000'||'Some programmes do not renew the contract for PGY-3 without it. It must have been sat 28 days before.
Confirm the dates and whether you are eligible with the board.V'||X'000000'||'one programme''s policy: score by March 1 of PGY-2; pattern, last checked on 2026-11-22'||X'ffffffff21500000000000002150000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff64000000010000000000000000000000640000000200000044010000020e000000'||'tier-review-12'||X'ffffffff010000000100000001000000000000002b000000'||'How would an employer rank you? Second look\'||X'000000'||'Known quantity, safe bet or filler: go through [tier] again. Who would call for you unasked?1'||X'000000'||'rank review: 12 months before the end of training'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000073010000020e000000'||'tier-review-18'||X'ffffffff010000000100000001000000000000002a000000'||'How would an employer rank you? First look'||X'8c000000'||'Known quantity, safe bet or filler: the rank is settled before a contract arrives. Go through [tier] honestly and pick one thing to improve.1'||X'000000'||'rank review: 18 months before the end of training'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000045010000020d000000'||'tier-review-9'||X'ffffffff0100000001000000010000000000000029000000'||'How would an employer rank you? Last looka'||X'000000'||'Known quantity, safe bet or filler: a last look at [tier] while a phone call can still change it.0'||X'000000'||'rank review: 9 months before the end of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000005010000020c000000'||'training-end'||X'ffffffff0100000001000000010000000000000014000000'||'Last day of trainingL'||X'000000'||'Certificates, case logs and contacts: take copies before the accounts close.'||X'1b000000'||'[training] and [fellowship]'||X'ffffffff75530000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353002000000f2ffffffffffffff640000000100000000000000000000006400000001000000c8010000020b000000'||'visa-search'||X'ffffffff0200000002000000020000000000000019000000'||'Waiver job: search begins'||X'df000000'||'A J-1 physician owes two years at home unless they are waived: an offer without a waiver place cannot be signed. Ask about it first.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.P')||(X'000000'||'3rnet.org: 12 to 18 months before the start; pattern, last checked on 2026-11-22'||X'ffffffff71510000000000002652000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000020000009700000000000000640000000100000068010000020a000000'||'visa-step3'||X'ffffffff0100000002000000030000000000000030000000'||'USMLE Step 3 passed: H-1B clinical work needs itZ'||X'000000'||'Confirm with immigration counsel: law, fees and times change, and this is no legal advice._'||X'000000'||'required for H-1B clinical work; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff26520000000000002652000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff6400000001000000000000000000000064000000020000004a020000020a000000'||'waiver-dos'||X'ffffffff030000000300000002000000000000003a000000'||'Recommendation of the Department of State: latest safe day'||X'19010000'||'Takes 42 days as a rule and 84 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-05-01 is early enough.
Mark it done on the day it is begun.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.h'||X'000000'||'3rnet.org and immigration lawyers'' pages, several years old in part; pattern, last checked on 2026-11-22'||X'ffffffff01530000000000000153000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000078020000020a000000'||'waiver-h1b'||X'ffffffff0300000003000000020000000000000032000000'||'H-1B petition, premium processing: latest safe dayO'||X'010000'||'15 business days where premium processing is offered.
Takes 21 days as a rule and 21 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-07-10 is early enough.
Mark it done on the day it is begun.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.h'||X'000000'||'3rnet.org and immigration lawyers'' pages, several years old in part; pattern, last checked on 2026-11-22'||X'ffffffff7f530000000000007f53000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000035020000020b000000'||'waiver-i612'||X'ffffffff0300000003000000020000000000000024000000'||'USCIS: I-612 waiver: latest safe day'||X'19010000'||'Takes 28 days as a rule and 42 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-06-12 is early enough.
Mark it done on the day it is begun.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.h'||X'000000'||'3rnet.org and immigration lawyers'' pages, several years old in part; pattern, last checked on 2026-11-22'||X'ffffffff55530000000000005553000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff640000000200000000000000000000006400000003000000af010000020e000000'||'waiver-service'||X'ffffffff0200000001000000020000000000000025000000'||'Waiver service: three years full-time'||X'b1000000'||'It begins within 90 days of the waiver, 40 hours a week at the place it was given for.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.V'||X'000000'||'lawyers'' pages: three years, begun within 90 days; pattern, last checked on 2026-11-22'||X'ffffffff9453000000000000da57000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000002804000000000000640000000100000070020000020c000000'||'waiver-state'||X'ffffffff0300000003000000020000000000000029000000'||'Waiver file at the state: latest safe dayN'||X'010000'||'Reviewed in weeks to months, depending on the state.
Takes 60 days as a rule and 90 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-03-02 is early enough.
Mark it done on the day it is begun.
Confirm with immigration counsel: law, fees and times change, and this is no legal advice.h'||X'000000'||'3rnet.org and immigration lawyers'' pages, several years old in part; pattern, last checked on 2026-11-22'||X'ffffffffa752000000000000a752000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff640000000200000000000000000000006400000003000000') AS BLOB),1799773200);
INSERT INTO "batches" VALUES('me','networking','0.2',541509529754429363,CAST((X'03010000020b000000'||'ask-seniors'||X'0400000032303236020000000100000001000000000000001a000000'||'Ask the graduating seniors;'||X'000000'||'Where do they go, on which terms, and who else wanted them?!'||X'000000'||'graduating seniors, April to June'||X'ffffffff40500000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323502000000000000000000000064000000010000003c00000000000000640000000100000003010000020b000000'||'ask-seniors'||X'0400000032303237020000000100000001000000000000001a000000'||'Ask the graduating seniors;'||X'000000'||'Where do they go, on which terms, and who else wanted them?!'||X'000000'||'graduating seniors, April to June'||X'ffffffffad510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323502000000000000000000000064000000010000003c0000000000000064000000010000003a0100000210000000'||'center-attending'||X'ffffffff0600000001000000010000000000000034000000'||'Nobody among the busy attendings knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313101000000000000000000000064000000010000003a0100000210000000'||'center-referring'||X'ffffffff0600000001000000010000000000000034000000'||'Nobody in the referring services knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d31340100000000000000000000006400000001000000450100000211000000'||'center-scheduling'||X'ffffffff060000000100000001000000000000003e000000'||'Nobody among schedulers and administrators knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3133010000000000000000000000640000000100000046010000020c000000'||'center-staff'||X'ffffffff0600000001000000010000000000000044000000'||'Nobody among the clinic and operating-room staff knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3132010000000000000000000000640000000100000078010000020d000000'||'classes-ahead'||X'ffffffff0600000001000000010000000000000038000000'||'Nobody two or three classes ahead of you is on your list'||X'80000000'||'They have just been where you will be: who kept their word, who was burned, which recruiters help. Add one with class_ahead = 2.5'||X'000000'||'one contact two or three classes ahead, every 90 days'||X'ffffffff2e4f0000000000002e4f000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3338020000000000000000000000640000000100000002000000000000006d0000000100000035020000020f000000'||'contact-alvarez'||X'01000000330400000001000000010000000000000019000000'||'Get in touch: Dr. Alvarezw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0f000000'||'contact alvarezdQ'||X'0000000000006451000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000035020000020f000000'||'contact-alvarez'||X'01000000340400000001000000010000000000000019000000'||'Get in touch: Dr. Alvarezw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0f000000'||'contact alvarezxQ'||X'0000000000007851000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002c020000020c000000'||'contact-chen'||X'01000000330400000001000000010000000000000016000000'||'Get in touch: Dr. Chenw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0c000000'||'contact chenuQ'||X'0000000000007551000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002c020000020c000000'||'contact-chen'||X'01000000340400000001000000010000000000000016000000'||'Get in touch: Dr. Chenw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0c000000'||'contact chen'||X'93510000000000009351000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000029020000020b000000'||'contact-lee'||X'01000000320400000001000000010000000000000015000000'||'Get in touch: Dr. Leew'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0b000000'||'contact lee{Q'||X'0000000000007b51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000029020000020b000000'||'contact-lee'||X'01000000330400000001000000010000000000000015000000'||'Get in touch: Dr. Leew'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0b000000'||'contact lee'||X'ad51000000000000ad51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000032020000020e000000'||'contact-okafor'||X'01000000330400000001000000010000000000000018000000'||'Get in touch: Dr. Okaforw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0e000000'||'contact okafor'||X'86510000000000008651000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000032020000020e000000'||'contact-okafor'||X'01000000340400000001000000010000000000000018000000'||'Get in touch: Dr. Okaforw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0e000000'||'contact okafor'||X'ae51000000000000ae51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000068010000020e000000'||'contracts-read'||X'ffffffff0100000001000000010000000000000019000000'||'Read three real contracts'||X'8b000000'||'From different kinds of employer, with names taken out. Look for covenant, termination, tail, how pay is counted. pgyctl log intel contract('||X'000000'||'three contracts by a year before the end'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d333903000000c4ffffffffffffff6400000001000000f2ffffffffffffff6400000001000000000000000000000064000000010000002c010000020f000000'||'habit-attending'||X'07000000'||'2027-01'||X'050000000100000001000000000000002d000000'||'This month: ask an attending about their pathY'||X'000000'||'One attending, one honest conversation: how they chose, and what they would not do again.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit attendingSQ'||X'0000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353201000000180000000000000064000000020000002c010000020f000000'||'habit-attending'||X'07000000'||'2027-02'||X'050000000100000001000000000000002d000000'||'This month: ask an attending about their pathY'||X'000000'||'One attending, one honest conversation: how they chose, and what they would not do again.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit attendingrQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35320100000015000000000000006400000002000000f2000000020c000000'||'habit-coffee'||X'07000000'||'2027-02'||X'0500000001000000010000000000000039000000'||'This month: coffee with a representative or administrator'||X'19000000'||'Ask who is always hiring.'||X'13000000'||'five monthly habits'||X'0c000000'||'habit coffeerQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3535010000001500000000000000640000000200000008010000020a000000'||'habit-grad'||X'07000000'||'2027-01'||X'0500000001000000010000000000000039000000'||'This month: talk numbers with a fellow or recent graduate3'||X'000000'||'A real talk on what was offered and on which terms.'||X'13000000'||'five monthly habits
'||X'000000'||'habit gradSQ'||X'0000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3533010000001800000000000000640000000200000008010000020a000000'||'habit-grad'||X'07000000'||'2027-02'||X'0500000001000000010000000000000039000000'||'This month: talk numbers with a fellow or recent graduate3'||X'000000'||'A real talk on what was offered and on which terms.')||(X'13000000'||'five monthly habits
'||X'000000'||'habit gradrQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3533010000001500000000000000640000000200000008010000020f000000'||'habit-hard-case'||X'07000000'||'2027-01'||X'0500000001000000010000000000000022000000'||'This month: say yes to a hard case@'||X'000000'||'A case or a call that is a little painful and worth having done.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit hard_caseSQ'||X'0000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3534010000001800000000000000640000000200000008010000020f000000'||'habit-hard-case'||X'07000000'||'2027-02'||X'0500000001000000010000000000000022000000'||'This month: say yes to a hard case@'||X'000000'||'A case or a call that is a little painful and worth having done.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit hard_caserQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353401000000150000000000000064000000020000001c010000020b000000'||'habit-niche'||X'07000000'||'2027-01'||X'050000000100000001000000000000002e000000'||'This month: five minutes on what you stand forG'||X'000000'||'Which niche are you signalling? What would your programme director say?'||X'13000000'||'five monthly habits'||X'0b000000'||'habit nicheSQ'||X'0000000000007151000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d35360500000053322d313001000000180000000000000064000000020000001c010000020b000000'||'habit-niche'||X'07000000'||'2027-02'||X'050000000100000001000000000000002e000000'||'This month: five minutes on what you stand forG'||X'000000'||'Which niche are you signalling? What would your programme director say?'||X'13000000'||'five monthly habits'||X'0b000000'||'habit nicherQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d35360500000053322d313001000000150000000000000064000000020000003f010000020d000000'||'habits-missed'||X'07000000'||'2026-12'||X'0600000001000000010000000000000020000000'||'Monthly habits missed in 2026-12x'||X'000000'||'Not kept: Fellow or graduate, Hard case, Niche check. Something forgotten to write down: pgyctl log habit NAME --on DATE'||X'13000000'||'five monthly habits'||X'ffffffff53510000000000005351000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d35330500000053322d35340500000053322d3536010000000000000000000000640000000100000078010000020b000000'||'influential'||X'ffffffff0600000001000000010000000000000038000000'||'Fewer than two people with real influence know your worki'||X'000000'||'Whose names come up when others decide? Get to know two or three of them, and mark them influence = high.N'||X'000000'||'two or three influential attendings, from two years before the end of training'||X'ffffffff9a500000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3538020000000000000000000000640000000100000002000000000000006d000000010000006d0100000209000000'||'intel-map'||X'ffffffff010000000100000001000000000000004e000000'||'Know three places: who grows, who leaves, who quarrels, who is short of peoplei'||X'000000'||'pgyctl log intel PLACE growing=yes chair_leaving=no turmoil=no understaffed=yes, for three [prospect:id]./'||X'000000'||'a map of three places by the middle of training'||X'ffffffff9b500000000000009b50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d333102000000e2ffffffffffffff640000000100000000000000000000006400000001000000800100000209000000'||'late-path'||X'ffffffff060000000200000001000000000000002c000000'||'Job search: beginning after this day is late'||X'8a000000'||'Places are filled by people somebody already knew. Take the warm ways first: those you met, those who will call.
pgyctl log intel activity5'||X'000000'||'first activity by 9 months before the end of training'||X'0e000000'||'intel activitydR'||X'0000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d323702000000e2ffffffffffffff640000000100000000000000000000006400000002000000630100000211000000'||'meetings-observed'||X'ffffffff0100000001000000010000000000000035000000'||'Sit in on a scheduling, quality or operations meeting^'||X'000000'||'Once is enough, twice is better: see who decides and what they count. pgyctl log intel meeting$'||X'000000'||'one meeting by a year before the end'||X'0d000000'||'intel meeting'||X'07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363103000000c4ffffffffffffff6400000001000000f2ffffffffffffff64000000010000000000000000000000640000000100000074010000020c000000'||'no-prospects'||X'ffffffff060000000200000001000000000000003a000000'||'The last winter of training, and no open place on the list{'||X'000000'||'Forty letters to strangers are the costly way. Add three places where somebody knows you as [prospect:id], and begin there.5'||X'000000'||'November of the last academic year without a prospect'||X'ffffffff83520000000000008352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353102000000c4ffffffffffffff640000000100000000000000000000006400000002000000ab0100000209000000'||'processes'||X'ffffffff060000000200000001000000000000002f000000'||'Fewer than two places in talks at the same time'||X'b4000000'||'Two or three serious processes side by side are the least that lets you compare and say no. Move a place on to a visit, or write down what happened: pgyctl log prospect ID activityA'||X'000000'||'two to three processes in parallel, each with news within 45 days'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3434020000000000000000000000640000000100000001000000000000006d0000000100000065010000020a000000'||'references'||X'ffffffff0100000002000000010000000000000027000000'||'Three references, one of whom will callf'||X'000000'||'Ask them in person, and whether they pick up the phone. Mark them reference = yes and will_call = yes.7'||X'000000'||'references settled 12 months before the end of training'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053312d31300500000053312d303903000000a6ffffffffffffff6400000001000000e2ffffffffffffff6400000001000000000000000000000064000000020000000f0100000206000000'||'scarce'||X'04000000323032370400000001000000010000000000000020000000'||'Where is what you can do scarce?\'||X'000000'||'Name two or three markets and keep them: [intel] scarce_where, and a [prospect:id] for each.'||X'1b000000'||'asked early, and every year'||X'ffffffff27520000000000002752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d32300100000000000000000000006400000001000000290100000207000000'||'stretch'||X'ffffffff0600000001000000010000000000000026000000'||'No place on the list that is a stretche'||X'000000'||'Add one or two that seem out of reach, with stretch = yes: what they answer tells what you are worth.'||X'19000000'||'one or two stretch places'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3435020000000000000000000000640000000100000001000000000000006d00000001000000a7010000020e000000'||'training-shown'||X'ffffffff010000000100000001000000000000001e000000'||'Put your training into numbers'||X'b9000000'||'Not written down in [training] yet: volumes, call, breadth, autonomy. Numbers, nights you answered for alone, what you have seen of everything: they say more than the name of the place.T'||X'000000'||'training shown by volumes, call, breadth and autonomy, from 18 months before the end'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3532010000000000000000000000640000000100000021010000020c000000'||'visible-call'||X'ffffffff0100000001000000010000000000000030000000'||'Be seen: would the chief call about you unasked?8'||X'000000'||'Ask your chief, plainly. If not, ask what it would take.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3131010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2026-12'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-01'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff70510000000000007051000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-02'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff8d510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-03'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffab51000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-04'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;')||(X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffca51000000000000ca51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-05'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d31340100000000000000000000006400000001000000250100000210000000'||'visible-meetings'||X'ffffffff0100000001000000010000000000000026000000'||'Be seen: go to the division''s meetingsB'||X'000000'||'Go twice, sit where you are seen, ask one question about the work.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffd750000000000000d750000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3131010000000000000000000000640000000100000037010000020f000000'||'visible-metrics'||X'ffffffff0100000001000000010000000000000028000000'||'Be seen: ask how the service is measuredS'||X'000000'||'Throughput, length of stay, quality figures: ask whoever owns them what moves them.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff33510000000000003351000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d313101000000000000000000000064000000010000002a0100000211000000'||'visible-volunteer'||X'ffffffff0100000001000000010000000000000023000000'||'Be seen: take a piece of a redesignI'||X'000000'||'Scheduling, admissions, a clinic template: volunteer once, and finish it.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff8d510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d31310100000000000000000000006400000001000000') AS BLOB),1799773200);
INSERT INTO "batches" VALUES('me','offers','0.1',541509529754429363,CAST((X'7f0100000208000000'||'attorney'||X'ffffffff0600000002000000010000000000000025000000'||'Nobody is named to read your contract'||X'9a000000'||'A physician-contract lawyer, if possible of the state and the specialty of the job, known before the first contract comes.
pgyctl set review attorney NAMEJ'||X'000000'||'twelve months before the end of training, and [review] attorney is not set'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3430010000000000000000000000640000000200000050010000020a000000'||'few-offers'||X'ffffffff0600000002000000010000000000000014000000'||'No written offer yetu'||X'000000'||'Two serious written offers are the least, three are better; ten maybes are none. Strength is being able to walk away.F'||X'000000'||'fewer than two live written offers in the last nine months of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d36350500000053332d31380100000000000000000000006400000002000000') AS BLOB),1799773200);
CREATE TABLE due( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, discreet TEXT NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "due" VALUES('me','milestones/badge','2027-01-13','0d',1799845200,1799931600,1,1,'milestones','Renew the badge','','a milestone is due Wed Jan 13, 2027');
INSERT INTO "due" VALUES('me','milestones/learn-work-units','2027-01-30','-14d',1800104400,1800190800,1,1,'milestones','Add up the work RVUs of your ordinary week','Look up the work RVUs of the ten things you do most, and add up a week. You cannot judge a pay offer without this number.','a milestone is due Sat Jan 30, 2027');
INSERT INTO "due" VALUES('me','networking/contact-alvarez@3','2027-01-18','0d',1800277200,1800363600,1,4,'networking','Get in touch: Dr. Alvarez','- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no','a networking reminder is due Mon Jan 18, 2027');
CREATE TABLE endpoints( profile TEXT NOT NULL, endpoint TEXT NOT NULL, failures INTEGER NOT NULL, paused_until INTEGER NOT NULL, reason TEXT, last_delivered INTEGER NOT NULL, PRIMARY KEY(profile, endpoint)) STRICT, WITHOUT ROWID;
INSERT INTO "endpoints" VALUES('me','log',0,0,NULL,1798896597);
CREATE TABLE fired( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "fired" VALUES('me','','2026-12-01','digest',1796137200);
INSERT INTO "fired" VALUES('me','milestones/attorney-groundwork','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/badge','2027-01-13','-1d',1799760597);
INSERT INTO "fired" VALUES('me','milestones/job-network-hospital','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/lecture','2027-01-26','-2w',1799760597);
INSERT INTO "fired" VALUES('me','milestones/phase-hireable','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/phase-levers','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/tier-review-18','2026-12-30','-14d',1797427797);
INSERT INTO "fired" VALUES('me','milestones/tier-review-18','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/center-attending','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-referring','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-scheduling','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-staff','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/contact-chen@1','2026-12-05','0d',1796477397);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2026-12','2027-01-01','now',1798810197);
INSERT INTO "fired" VALUES('me','networking/processes','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/stretch','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/training-shown','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/visible-check@2026-12','2026-12-30','0d',1798637397);
CREATE TABLE gathered( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, discreet TEXT NOT NULL, leaves INTEGER NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "gathered" VALUES('me','milestones/badge','2027-01-13','-1d',1799758800,1799845200,1,1,'milestones','Renew the badge','','a milestone is due Wed Jan 13, 2027',1799794800);
INSERT INTO "gathered" VALUES('me','milestones/lecture','2027-01-26','-2w',1799758800,1799845200,1,1,'milestones','Write the lecture','','a milestone is due Tue Jan 26, 2027',1799794800);
CREATE TABLE journal( profile TEXT NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL, logged INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, event TEXT NOT NULL, reverses INTEGER NOT NULL, reversed INTEGER NOT NULL, PRIMARY KEY(profile, number)) STRICT, WITHOUT ROWID;
INSERT INTO "journal" VALUES('me',1,20788,1796137200,'started','','',0,0);
INSERT INTO "journal" VALUES('me',2,20793,1796563800,'done','milestones/fellowship-question','',0,0);
INSERT INTO "journal" VALUES('me',3,20793,1796563800,'done','milestones/learn-bumped@2026','',0,0);
INSERT INTO "journal" VALUES('me',4,20795,1796736600,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',5,20797,1796909400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',6,20798,1796995800,'done','milestones/lane-decided','',0,0);
INSERT INTO "journal" VALUES('me',7,20798,1796995800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',8,20802,1797341400,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',9,20803,1797427800,'done','milestones/step3-score','',0,0);
INSERT INTO "journal" VALUES('me',10,20803,1797427800,'done','networking/visible-meetings','',0,0);
INSERT INTO "journal" VALUES('me',11,20806,1797687000,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',12,20808,1797859800,'done','networking/intel-map','',0,0);
INSERT INTO "journal" VALUES('me',13,20809,1797946200,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',14,20813,1798291800,'done','networking/visible-metrics','',0,0);
INSERT INTO "journal" VALUES('me',15,20815,1798464600,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',16,20816,1798551000,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',17,20818,1798723800,'done','milestones/tier-review-18','',0,0);
INSERT INTO "journal" VALUES('me',18,20818,1798723801,'done','networking/visible-check@2026-12','',0,0);
INSERT INTO "journal" VALUES('me',19,20823,1799155800,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',20,20823,1799155800,'done','networking/training-shown','',0,0);
INSERT INTO "journal" VALUES('me',21,20824,1799242200,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',22,20830,1799760600,'contact','okafor','',0,0);
CREATE TABLE journal_args( profile TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(profile, number, place)) STRICT, WITHOUT ROWID;
INSERT INTO "journal_args" VALUES('me',7,0,'item','networking/contact-alvarez@1');
CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE outbox( id INTEGER PRIMARY KEY AUTOINCREMENT, profile TEXT NOT NULL, endpoint TEXT NOT NULL, message TEXT NOT NULL UNIQUE, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL, severity INTEGER NOT NULL, created INTEGER NOT NULL, not_before INTEGER NOT NULL, expires INTEGER NOT NULL, next_try INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, spared INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0, last_attempt INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0, last_code INTEGER NOT NULL DEFAULT 0, last_error TEXT) STRICT;
CREATE TABLE profiles(id TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, next_wake INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "profiles" VALUES('me','@FOLDER@/pgyd.ini',1799816400);
CREATE TABLE revisions( profile TEXT NOT NULL, id TEXT NOT NULL, hash INTEGER NOT NULL, sequence INTEGER NOT NULL, revised INTEGER NOT NULL, created INTEGER NOT NULL, cancelled INTEGER, PRIMARY KEY(profile, id)) STRICT, WITHOUT ROWID;
INSERT INTO "revisions" VALUES('me','milestones/aba-basic',6023641889831916515,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attending-start',6113488736575326603,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-contact',-587436173444957646,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-groundwork',-2950395711349039815,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-shortlist',-5700991488293688450,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/badge',5872003620211982302,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/conrad-ready',1297838820888021674,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/conrad-window',7464099132833838475,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/contract-figures',1047302393559603760,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/credentialing-packet',-8394161743360350329,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/dea-registration',1527970588497198098,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/fellowship-question',-8826738644311564151,1,1796563800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/h1b-fee',-5282040923811372547,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/hireable-core',-5849370980065978961,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/j1-grace',-6835566461193131144,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/j1-limit',-3680023904787072766,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-cv',-3635034191764008005,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-look',243250757937488594,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-network-hospital',-8330826539045937871,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-search-hospital',-4214788842435696235,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-search-visa',4892614019308834298,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-secured-visa',5919575629252219931,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-sign-hospital',-5487950890263796485,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-winter',-3921123204239162020,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lane-decided',2995694611795247414,1,1796995800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lane-review@pgy4',1190741130025351418,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-bumped@2026',-2832175172977948593,1,1796563800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-call@2027',5935740412038437988,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-collections',7419901900324047033,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-hire@2027',-5691257186868081815,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-pay-models',3439683524351948728,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-payer-mix',6361395424314980709,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-work-units',2890675671548631457,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lecture',3238685826540123528,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/licence-apply-slow',6451898682223243073,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/malpractice-certificate',-1509832164055831604,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2026-12',122427709665154484,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-01',-7624689261934216649,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-02',-5677732929052268560,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2026-12',1978494464892431028,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-01',-8593553532911989021,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-02',-9057631670117027258,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2026-12',-1973089603369918529,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-01',-8272766743689376631,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-02',8563237971861809221,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2026-12',-3971797167351994770,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-01',-8079342379904027089,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-02',9172371550999375153,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/noncompete-changed',-4968756220289157575,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/npi-caqh',8531416111623563160,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/offers-appear',1009793715059993598,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/payer-enrolment',-83905203225004467,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-hireable',-4674966090239586376,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-interviews',-1761112544100315754,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-lane',-6033913837647924834,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-learn',6217930980758724824,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-levers',1032093102292275388,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-niche',5225915689400710432,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-passive',-4773300535809301848,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-prove',5918759388607163847,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-recon',-1316045600918648377,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-soft',838943386984835344,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-visibility',-5938661516740409405,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-dea',-4443720259361623729,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-licence',-8189863368246690182,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-payer',506285110134850988,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-privileging',-6357695024828600094,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-day-90',6990806589360561847,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-12',1930049852443194807,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-18',6740958423622203680,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-24',-6979766543445001933,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-6',-2014569838983237751,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/refresh-packs@2028',2621923434557215432,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/step3-score',6583753766889135980,1,1797427800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-12',5005004488955571301,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-18',-6499930747387559223,1,1798723801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-9',462904516480910871,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/training-end',-4351149032794186058,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/visa-search',2588077452979644170,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/visa-step3',-9069857739691912474,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/waiver-dos',3503729465796250442,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/waiver-h1b',2417317369024539146,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/waiver-i612',2444132975308732641,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/waiver-service',6518953783828626913,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/waiver-state',-5573607688331263583,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/ask-seniors@2026',2831244480718122036,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/ask-seniors@2027',-4974910119977794892,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-attending',-5162772970273546515,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-referring',-6798962705373242042,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-scheduling',-2618884180963782547,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-staff',3307717137250110992,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/classes-ahead',-8942244795038826913,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@1',-4658890995133475505,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@2',-953098818310186854,1,1796995800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@3',1945731818926502726,1,1798551000,1796995800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@4',1956399330974608828,0,1798551000,1798551000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@1',4207891178241509280,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@2',1946784380657352043,1,1796736600,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@3',-3944058938613204991,1,1799155800,1796736600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@4',-2463316863062041935,0,1799155800,1799155800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@1',-5585168789781625639,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@2',-7467727533756402502,1,1797946200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@3',7342158478339708604,0,1797946200,1797946200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@1',-979725176857608992,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@2',-5450710324960284624,1,1797341400,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@3',-7307383387476587656,1,1799760600,1797341400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@4',-5221207296435823118,0,1799760600,1799760600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contracts-read',6947357143259158366,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2026-12',5078193748949846216,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-01',-4858222201371684556,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-02',1603741973362485045,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2026-12',-7787821848591946259,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-01',2196680071470580544,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-02',5684865931391725349,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2026-12',-5109631895114161142,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-01',2783416122765178350,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-02',1612227723205963532,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2026-12',-6185139031913415328,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-01',-8483573414397712068,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-02',-6943486085846179539,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2026-12',-8195365951394460238,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-01',1628831355491194163,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-02',-869892836870783427,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2026-12',-3030701097376760138,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/influential',5911921759833928278,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/intel-map',1617553931376180797,1,1797859800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/late-path',-2815024133879765447,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/meetings-observed',-2818014652215690491,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/no-prospects',-1716330442117809960,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/processes',5896931874635078244,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/references',-8980711715465723178,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/scarce@2027',-4577326123882856733,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/stretch',-5266473505709747689,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/training-shown',-7555760621662066839,1,1799155800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-call',1288961014938982376,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2026-12',6923167506091855243,1,1798723801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-01',7736563460178593000,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-02',2913040466857501832,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-03',-7795165593881509974,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-04',5428767331275516797,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-05',2902967643268349438,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-meetings',2498738191915088105,1,1797427800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-metrics',7319840909452539763,1,1798291800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-volunteer',-1318263294676831901,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/attorney',4643142043371718913,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/few-offers',2467428552194552216,0,1796137200,1796137200,NULL);
CREATE TABLE seen( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, first INTEGER NOT NULL, PRIMARY KEY(profile, item, target)) STRICT, WITHOUT ROWID;
INSERT INTO "seen" VALUES('me','milestones/aba-basic','2026-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attending-start','2028-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-contact','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-groundwork','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-shortlist','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/badge','2027-01-13',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/conrad-ready','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/conrad-window','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/contract-figures','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/credentialing-packet','2028-04-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/dea-registration','2028-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/h1b-fee','2027-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/hireable-core','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/j1-grace','2028-07-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/j1-limit','2031-06-14',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-cv','2027-04-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-look','2026-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-network-hospital','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-search-hospital','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-search-visa','2026-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-secured-visa','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-sign-hospital','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-winter','2027-11-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/lane-review@pgy4','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-bumped@2026','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-call@2027','2027-03-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-collections','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-hire@2027','2027-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-pay-models','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-payer-mix','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-work-units','2027-01-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/lecture','2027-01-26',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/licence-apply-slow','2027-08-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/malpractice-certificate','2028-05-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/noncompete-changed','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/npi-caqh','2028-03-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/offers-appear','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/payer-enrolment','2028-04-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-hireable','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-interviews','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-lane','2025-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-levers','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-niche','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-prove','2028-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-soft','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-visibility','2026-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-dea','2028-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-licence','2027-10-05',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-payer','2028-04-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-privileging','2028-04-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-day-90','2028-10-29',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-12','2029-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-18','2030-01-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-24','2030-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-6','2029-01-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/refresh-packs@2028','2028-06-01',1798810197);
INSERT INTO "seen" VALUES('me','milestones/tier-review-12','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/tier-review-18','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/tier-review-9','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/training-end','2028-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/visa-search','2027-01-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/visa-step3','2027-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/waiver-dos','2028-03-06',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/waiver-h1b','2028-07-10',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/waiver-i612','2028-05-29',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/waiver-service','2028-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/waiver-state','2027-12-07',-1796137200);
INSERT INTO "seen" VALUES('me','networking/ask-seniors@2027','2027-04-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-attending','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-referring','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-scheduling','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-staff','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/classes-ahead','2025-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@2','2026-12-12',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@2','2026-12-31',1796995800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@3','2027-01-18',1798551000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@3','2027-01-20',1796995800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@4','2027-02-07',1798551000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@1','2026-12-05',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@2','2027-01-04',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@2','2027-01-07',1796736600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@3','2027-02-04',1799155800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@3','2027-02-06',1796736600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@4','2027-03-06',1799155800);
INSERT INTO "seen" VALUES('me','networking/contact-lee@1','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@2','2027-02-10',1797946200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@2','2027-02-19',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@3','2027-04-01',1797946200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@1','2026-12-18',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@2','2027-01-24',1797341400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@2','2027-01-27',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@3','2027-02-21',1799760600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@3','2027-03-05',1797341400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@4','2027-04-02',1799760600);
INSERT INTO "seen" VALUES('me','networking/contracts-read','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2026-12','2027-01-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/influential','2026-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/late-path','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/meetings-observed','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/no-prospects','2027-11-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/processes','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/references','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/scarce@2027','2027-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/stretch','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/training-shown','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-call','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2026-12','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-01','2027-01-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-02','2027-02-28',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-03','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-04','2027-04-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-05','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-volunteer','2027-02-28',-1796137200);
INSERT INTO "seen" VALUES('me','offers/attorney','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','offers/few-offers','2027-09-30',-1796137200);
CREATE TABLE subscriptions( profile TEXT NOT NULL, name TEXT NOT NULL, feed TEXT NOT NULL, style TEXT NOT NULL, generation INTEGER NOT NULL, revoked INTEGER NOT NULL, created INTEGER NOT NULL, last_fetch INTEGER NOT NULL, last_client TEXT, PRIMARY KEY(profile, name)) STRICT, WITHOUT ROWID;
INSERT INTO "subscriptions" VALUES('me','calendar','all','generic',0,0,1796137200,1799773200,'Python-urllib/3.11');
CREATE INDEX journal_order ON journal(profile, day, number);
CREATE INDEX journal_subject ON journal(profile, subject);
CREATE INDEX profiles_wake ON profiles(next_wake, id);
CREATE INDEX due_at ON due(at);
CREATE INDEX outbox_next ON outbox(next_try) WHERE state = 0;
CREATE INDEX outbox_lane ON outbox(profile, endpoint, next_try, id) WHERE state = 0;
CREATE INDEX outbox_claimed ON outbox(profile, endpoint) WHERE state = 1;
CREATE INDEX outbox_expires ON outbox(expires) WHERE state = 0;
CREATE INDEX outbox_item ON outbox(profile, item, target) WHERE state = 0;
CREATE INDEX outbox_profile ON outbox(profile, id);
CREATE INDEX outbox_finished ON outbox(finished) WHERE state >= 2;
CREATE INDEX gathered_leaves ON gathered(leaves, profile);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('outbox',9);
COMMIT;
