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
specialty = orthopaedic_surgery
start = 2023-07-01
pgy = 4
as_of = 2026-07-01

[goal]
state = NC

[quiet]
hours = 22:00-07:00
remind_at = 06:30

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

[notify:hook]
type = webhook
url = http://127.0.0.1:9/none
secret = whsec_cGd5ZC10ZXN0LXNlY3JldC10aGF0LWlzLWxvbmc=
allow_private = 127.0.0.0/8

[milestone:loupes]
title = Return the loupes
when = 2027-02-18
remind = 1w, 0d

[milestone:case-log]
title = Close the case log
when = 2027-02-21
remind = 1w, 3d, 1d
severity = critical

[offer:mercy]
employer = Mercy General
written = yes
received = 2027-02-12
answer_by = 2027-02-25

[offer:lakeside]
employer = Lakeside
written = yes
received = 2027-02-10
answer_by = 2027-02-21

') AS BLOB),1802950260);
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
specialty = orthopaedic_surgery
start = 2023-07-01
pgy = 4
as_of = 2026-07-01

[goal]
state = NC

[quiet]
hours = 22:00-07:00
remind_at = 06:30

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

[notify:hook]
type = webhook
url = http://127.0.0.1:9/none
secret = whsec_cGd5ZC10ZXN0LXNlY3JldC10aGF0LWlzLWxvbmc=
allow_private = 127.0.0.0/8

[milestone:loupes]
title = Return the loupes
when = 2027-02-18
remind = 1w, 0d

[milestone:case-log]
title = Close the case log
when = 2027-02-21
remind = 1w, 3d, 1d
severity = critical

[offer:mercy]
employer = Mercy General
written = yes
received = 2027-02-12
answer_by = 2027-02-25

[offer:lakeside]
employer = Lakeside
written = yes
received = 2027-02-10
answer_by = 2027-02-21

') AS BLOB),1802950260);
CREATE TABLE batches( profile TEXT NOT NULL, plugin TEXT NOT NULL, version TEXT NOT NULL, inputs INTEGER NOT NULL, frames BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(profile, plugin)) STRICT;
INSERT INTO "batches" VALUES('me','milestones','0.1',-5859548374624089905,CAST((X'92010000020a000000'||'abos-apply'||X'ffffffff0200000002000000020000000000000018000000'||'ABOS Part I: application'||X'9d000000'||'Pages of the board differ on when one may sit it: after 51 of 60 months, or in the fifth year.
Confirm the dates and whether you are eligible with the board.N'||X'000000'||'ABOS: August 1 to October 1 (older pages); pattern, last checked on 2026-11-22'||X'ffffffff27520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000000000000000000064000000020000001e0000000000000064000000010000003200000000000000640000000100000014010000020b000000'||'abos-part-1'||X'ffffffff0200000001000000020000000000000017000000'||'ABOS Part I examination>'||X'000000'||'Confirm the dates and whether you are eligible with the board.?'||X'000000'||'ABOS: summer (older pages); pattern, last checked on 2026-11-22'||X'ffffffff5853000000000000b353000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003d000000000000006400000001000000a9010000020b000000'||'abos-part-2'||X'ffffffff0100000001000000020000000000000024000000'||'ABOS Part II should be passed by now'||X'c0000000'||'Within five years of Part I; a fellowship of six months or more is not counted, which this day leaves out to be on the safe side.
Confirm the dates and whether you are eligible with the board.5'||X'000000'||'ABOS: five years; pattern, last checked on 2026-11-22'||X'ffffffffd55a000000000000d55a000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000feffffffffffffff7900000001000000ffffffffffffffff79000000010000000000000000000000640000000100000010010000020f000000'||'attending-start'||X'ffffffff0100000001000000010000000000000019000000'||'First day as an attendingY'||X'000000'||'Planned from [goal] start_date; without it, the first Monday a month after training ends.'||X'11000000'||'[goal] start_date'||X'ffffffff94530000000000009453000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000df0100000210000000'||'attorney-contact'||X'ffffffff0200000001000000020000000000000028000000'||'Physician-contract lawyer: first contact'||X'cc000000'||'A draft must then only be sent. Anything with RVU pay, a covenant, a partnership track or a clawback is reviewed, always.
No legal advice: have the contract read by a lawyer of the state you will work in.f'||X'000000'||'residencyadvisor.com: first contact 12 to 9 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003e000000000000006400000001000000af0100000213000000'||'attorney-groundwork'||X'ffffffff0200000001000000020000000000000025000000'||'Physician-contract lawyer: ask around'||X'9e000000'||'Ask those who signed last year whom they used, and whether it was worth it.
No legal advice: have the contract read by a lawyer of the state you will work in.d'||X'000000'||'residencyadvisor.com: groundwork 18 to 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff51510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000098000000000000006400000001000000e00100000212000000'||'attorney-shortlist'||X'ffffffff010000000100000002000000000000002d000000'||'Physician-contract lawyer: two or three names'||X'c6000000'||'- licensed in the state of the job
- fixed price for a review
- turns a draft around in three to five business days
No legal advice: have the contract read by a lawyer of the state you will work in.f'||X'000000'||'residencyadvisor.com: two or three names 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff640000000100000000000000000000006400000001000000c10000000208000000'||'case-log'||X'ffffffff0100000003000000010000000000000012000000'||'Close the case log'||X'ffffffff12000000'||'your own milestone'||X'ffffffff86510000000000008651000000000000ffffffffffffffffffffffffffffffffffffffff0000000004000000ffffffffffffffff7700000001000000fdffffffffffffff6400000001000000ffffffffffffffff640000000100000000000000000000006400000003000000170300000210000000'||'contract-figures'||X'ffffffff0200000001000000030000000000000033000000'||'Sign-on and malpractice figures to read an offer by'||X'c2010000'||'Reported averages and ranges of others; ask for quotes of your own.
- sign-on: 38,215 dollars on average in the report of 2025, 31,473 in that of 2024
- owed back over two to four years as a rule
- malpractice tail: 150 to 250 percent of a year''s premium, paid at once
- that is 15,000 to 30,000 dollars where risk is low, 100,000 to 150,000 and more where it is high
No legal advice: have the contract read by a lawyer of the state you will work in.'||X'9d000000'||'sdtplanning.com and chellelaw.com on sign-on payments; attendingfinancial.com, 2026, on tails; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff07520000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000050010000000000006400000001000000e70100000214000000'||'credentialing-packet'||X'ffffffff0200000002000000020000000000000034000000'||'Hospital credentialing packet: in between these days'||X'af000000'||'The first day is ideal, the last one the latest. Committees meet monthly: a file that misses one waits up to 30 days.
Confirm with the board and with the credentialing office.b'||X'000000'||'credentialing services: 90 to 150 days, privileging 90 to 180; pattern, last checked on 2026-11-22'||X'ffffffff1c530000000000003a53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373003000000f2ffffffffffffff6400000001000000000000000000000064000000020000000f000000000000006400000001000000a70100000210000000'||'dea-registration'||X'ffffffff0100000001000000030000000000000018000000'||'DEA registration in hand'||X'96000000'||'It follows the licence: apply on the day the licence is issued, at an address in that state.
Confirm with the board and with the credentialing office.k'||X'000000'||'60 days before the start, after the licence; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff58530000000000005853000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff640000000100000000000000000000006400000001000000570200000213000000'||'fellowship-question'||X'ffffffff0100000001000000010000000000000032000000'||'A fellowship: would it make you harder to replace?5'||X'010000'||'Would a fellowship make you harder to replace in the market you want? A yes needs two people who hire there to say so.
Said of your field: it decides what you do and earn afterwards (article 002).
- yes: [fellowship] type and start, and the dates of its match are planned
- no: pgyctl done fellowship-questionV'||X'000000'||'asked before applications; what is said of the field is a view of article 002, undated'||X'ffffffffe44f000000000000e44f000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d36340500000053322d363302000000e2ffffffffffffff640000000100000000000000000000006400000001000000cd010000020d000000'||'hireable-core'||X'ffffffff0100000001000000010000000000000038000000'||'The core year of becoming hireable: what to have in hand'||X'd3000000'||'The last year before the end of training is the one whose results are hired.
- References asked and willing to call.
- A physician-contract lawyer identified.
- Several real contracts read, with names taken out.7'||X'000000'||'marketability: the core begins 12 months before the end'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343202000000f2ffffffffffffff640000000100000000000000000000006400000001000000370100000206000000'||'job-cv'||X'ffffffff020000000100000002000000000000000b000000'||'CV finishedV'||X'000000'||'- one page of what you did and how much
- dates without gaps
- two people have read it['||X'000000'||'practicelink.com, 2020: 14 to 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffffca510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000001f000000000000006400000001000000ed0000000208000000'||'job-look'||X'ffffffff0200000001000000020000000000000019000000'||'Job search: look casually'||X'ffffffff57000000'||'practicelink.com: 24 to 12 months before the start; pattern, last checked on 2026-11-22'||X'ffffffffb9500000000000002652000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000004f010000000000006400000001000000fb0000000214000000'||'job-network-surgical'||X'ffffffff0200000001000000020000000000000026000000'||'Job search, surgical: early networking'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff9a500000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000099000000000000006400000001000000060100000213000000'||'job-search-surgical'||X'ffffffff0200000001000000020000000000000032000000'||'Job search, surgical: active search and interviews'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff51510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000009800000000000000640000000100000038010000020b000000'||'job-secured'||X'ffffffff010000000200000002000000000000002d000000'||'Position secured by now, outside primary care'||X'ffffffff8b000000'||'practicelink.com: by December 31 before the last spring; also for international graduates of any field; pattern, last checked on 2026-11-22'||X'ffffffffbf52000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff640000000100000000000000000000006400000002000000ff0000000211000000'||'job-sign-surgical'||X'ffffffff020000000100000002000000000000002d000000'||'Job search, surgical: sign between these days'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003e00000000000000640000000100000038010000020a000000'||'job-winter'||X'ffffffff020000000100000002000000000000001c000000'||'Interviews: the winter surge='||X'000000'||'Ask now for days without calls between November and February.`'||X'000000'||'practicelink.com, 2020: November to February before the end; pattern, last checked on 2026-11-22'||X'ffffffff8352000000000000fa52000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000059000000000000006400000001000000ee010000020c000000'||'lane-decided'||X'ffffffff0100000002000000010000000000000013000000'||'Lane decided by now'||X'df000000'||'Write the lane you settled on as [goal] lane, with lane_decided. Undecided is fine earlier; from here on cases, talks and contacts pull in different directions without it.
Lanes listed for your field: spine, joints, sports.P'||X'000000'||'the niche is decided by the middle of residency, or three months into fellowship'||X'ffffffffe64f000000000000e64f000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d30380500000053322d30340500000053322d303603000000a6ffffffffffffff6400000001000000e2ffffffffffffff640000000100000000000000000000006400000002000000c9010000020a000000'||'lane-named'||X'ffffffff0100000002000000010000000000000028000000'||'In your field the lane has a name by now'||X'cd000000'||'In your field rotations and fellowships are handed out by lane from the next year on. Say yours aloud to the programme, and write it down as [goal] lane.
Lanes listed for your field: spine, joints, sports.3'||X'000000'||'lane by the end of the PGY year that the list gives'||X'ffffffff9a500000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d30350500000053322d303603000000a6ffffffffffffff6400000001000000e2ffffffffffffff64000000010000000000000000000000640000000200000031020000020b000000'||'lane-review'||X'0400000070677935010000000100000001000000000000002b000000'||'Lane review: known for what, paid for what?#'||X'010000'||'Offers in your field are prepared over years. Does what you do most still match what you want to be hired for?
- spine: known for quick and safe surgery, with plenty of deformity cases; paid for a very large volume of work units, and call that is hard to fill (article 002)
- joints
- sportsT'||X'000000'||'a field in which large offers are prepared over years; views of article 002, undated'||X'ffffffff64520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d31390500000053322d30330500000053322d30360100000000000000000000006400000001000000b1010000020a000000'||'late-recon'||X'ffffffff0600000002000000010000000000000038000000'||'Looking around: not begun by the middle of PGY-5 is late'||X'c0000000'||'Places for people of your year are being filled by those who asked in PGY-3 and 4. Begin with the two attendings who know most people, and with last year''s graduates.
pgyctl log intel activity1'||X'000000'||'a first step of the search by the middle of PGY-5'||X'ffffffffc052000000000000c052000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323202000000e2ffffffffffffff64000000010000000000000000000000640000000200000059010000020c000000'||'learn-bumped'||X'0400000032303236040000000100000001000000000000001c000000'||'Learn which cases get bumpedc'||X'000000'||'Ask which cases are bumped, and what that costs. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffff34510000000000003451000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3137010000000000000000000000640000000100000065010000020a000000'||'learn-call'||X'04000000323032370400000001000000010000000000000028000000'||'Learn which hospitals need call coveragee'||X'000000'||'Ask transfer centers, schedulers and moonlighters. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffff8e510000000000008e51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313701000000000000000000000064000000010000007c0100000211000000'||'learn-collections'||X'ffffffff010000000100000001000000000000002c000000'||'Follow a patient bill from charge to payment|')||(X'000000'||'Ask your billing office to follow a visit or case from charge to payment. Pay tied to collections depends on what is denied.E'||X'000000'||'business of medicine, what pays: 15 months before the end of training'||X'ffffffffab51000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000005d010000020a000000'||'learn-hire'||X'0400000032303237040000000100000001000000000000001e000000'||'Learn what is hard to hire forg'||X'000000'||'Ask the people who schedule and the people who sign. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffffea51000000000000ea51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313701000000000000000000000064000000010000006e0100000210000000'||'learn-pay-models'||X'ffffffff010000000100000001000000000000002c000000'||'Learn the usual pay models in your specialtyp'||X'000000'||'Find out which model is usual: salary, productivity, a mix, or partnership. You need this to compare two offers.D'||X'000000'||'business of medicine, what pays: 9 months before the end of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000007d010000020f000000'||'learn-payer-mix'||X'ffffffff0100000001000000010000000000000023000000'||'Compare the payer mix of two places'||X'88000000'||'Find the payer mix where you train and at a place you are considering. Two towns with the same salary can have very different prospects.E'||X'000000'||'business of medicine, what pays: 13 months before the end of training'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff640000000100000000000000000000006400000001000000760100000210000000'||'learn-work-units'||X'ffffffff010000000100000001000000000000002a000000'||'Add up the work RVUs of your ordinary weeky'||X'000000'||'Look up the work RVUs of the ten things you do most, and add up a week. You cannot judge a pay offer without this number.E'||X'000000'||'business of medicine, what pays: 17 months before the end of training'||X'ffffffff70510000000000007051000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff640000000100000000000000000000006400000001000000b7020000020d000000'||'licence-apply'||X'ffffffff020000000200000002000000000000001b000000'||'Apply for the state licence'||X'b0010000'||'Two to three months as a rule; California asks for six months'' lead, Illinois has taken 180 days and more, Idaho about 30 days. From March to August add one to two weeks. Further states by the compact (IMLC) take four to six weeks each.
- USMLE Step 3 passed
- verification of medical school and training
- fingerprints and background check
- every address and gap explained
Confirm with the board and with the credentialing office.q'||X'000000'||'California Medical Board and licensing services: six months before the start; pattern, last checked on 2026-11-22'||X'ffffffffbf52000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373001000000000000000000000064000000020000009e0000000206000000'||'loupes'||X'ffffffff0100000001000000010000000000000011000000'||'Return the loupes'||X'ffffffff12000000'||'your own milestone'||X'ffffffff83510000000000008351000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000ffffffffffffffff770000000100000000000000000000006400000001000000510100000217000000'||'malpractice-certificate'||X'ffffffff010000000100000003000000000000002b000000'||'Malpractice certificate and references sent9'||X'000000'||'Confirm with the board and with the credentialing office.X'||X'000000'||'90 days before the start; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff3a530000000000003a53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff64000000010000000000000000000000640000000100000019010000020d000000'||'monthly-cases'||X'07000000'||'2027-02'||X'0500000001000000010000000200000020000000'||'This month: the cases that countO'||X'000000'||'Put yourself down for one case or patient of the kind you want to be hired for.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000019010000020d000000'||'monthly-cases'||X'07000000'||'2027-03'||X'0500000001000000010000000200000020000000'||'This month: the cases that countO'||X'000000'||'Put yourself down for one case or patient of the kind you want to be hired for.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000001e010000020c000000'||'monthly-lean'||X'07000000'||'2027-02'||X'050000000100000001000000020000002b000000'||'This month: one step further into the nicheJ'||X'000000'||'A talk, a protocol, a review, a course: something that your name stays on.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000001e010000020c000000'||'monthly-lean'||X'07000000'||'2027-03'||X'050000000100000001000000020000002b000000'||'This month: one step further into the nicheJ'||X'000000'||'A talk, a protocol, a review, a course: something that your name stays on.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000030010000020f000000'||'monthly-records'||X'07000000'||'2027-02'||X'0500000001000000010000000200000025000000'||'This month: notes and codes that hold_'||X'000000'||'Go through ten of your own notes with somebody who codes. What was left out, what was not paid?8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000030010000020f000000'||'monthly-records'||X'07000000'||'2027-03'||X'0500000001000000010000000200000025000000'||'This month: notes and codes that hold_'||X'000000'||'Go through ten of your own notes with somebody who codes. What was left out, what was not paid?8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000002a010000020c000000'||'monthly-room'||X'07000000'||'2027-02'||X'0500000001000000010000000200000024000000'||'This month: run it from start to end]'||X'000000'||'One list, one clinic or one shift that you run yourself, with its volume and its end on time.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff72510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000002a010000020c000000'||'monthly-room'||X'07000000'||'2027-03'||X'0500000001000000010000000200000024000000'||'This month: run it from start to end]'||X'000000'||'One list, one clinic or one shift that you run yourself, with its volume and its end on time.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffff8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343300000000810200000210000000'||'noncompete-state'||X'ffffffff0200000001000000030000000000000035000000'||'Non-compete: ask what the state of the job lets standL'||X'010000'||'The law is each state''s own; the federal rule was set aside for the whole country in 2024: do not rely on it.
- longest time and distance
- counted from which site
- whether "for any reason" holds even when you are discharged
- a buyout and its limit
Confirm with counsel of that state: the law changes, and this is no legal advice.{'||X'000000'||'law firms'' surveys: littler.com 2025, natlawreview.com 2025; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff07520000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff000000000200000000000000000000006400000001000000500100000000000064000000010000008c0100000208000000'||'npi-caqh'||X'ffffffff010000000100000002000000000000001d000000'||'NPI and CAQH profile complete'||X'92000000'||'The CAQH profile takes one to two weeks, and credentialing and payers both read from it.
Confirm with the board and with the credentialing office.W'||X'000000'||'a credentialing service: 150 days before the start; pattern, last checked on 2026-11-22'||X'fffffffffe52000000000000fe52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff6400000001000000000000000000000064000000010000006c010000020d000000'||'offers-appear'||X'ffffffff0100000001000000010000000000000030000000'||'October of the last year: offers begin to appear'||X'8e000000'||'Classmates compare from now on. Note what you hear with setting and region, and judge an offer by its work and its exit as well as by its pay.#'||X'000000'||'October 1 of the last academic year'||X'ffffffff64520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303102000000f2ffffffffffffff640000000100000000000000000000006400000001000000ff00000002040000006f697465050000007067792d35020000000100000003000000000000000b000000'||'OITE, PGY-5>'||X'000000'||'Confirm the dates and whether you are eligible with the board.H'||X'000000'||'November; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff8352000000000000a052000000000000ffffffffffffffffffffffffffffffffffffffff000000000100000000000000000000006400000001000000ee010000020f000000'||'payer-enrolment'||X'ffffffff0100000001000000020000000000000016000000'||'Payer enrolment begins'||X'ef000000'||'Commercial payers take 60 to 120 days, Medicare 45 to 90, Medicaid 30 to 180 and more. None can begin before the licence is there, and some only after training has ended: ask which.
Confirm with the board and with the credentialing office.\'||X'000000'||'credentialing services, 2026: 120 days before the start; pattern, last checked on 2026-11-22'||X'ffffffff1c530000000000001c53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff64000000010000000000000000000000640000000100000057020000020d000000'||'phase-compare'||X'ffffffff0200000001000000010000000000000021000000'||'Compare offers with what you knowe'||X'010000'||'An offer is on the table: hold it against what you learned about the place, and the places against each other.
- Every term in one table, the empty cells marked as questions.
- The two or three terms that decide it, in your own order.
- What you would sign if you had to today, and why.
- Done when you could explain the choice to a friend in two sentences.V'||X'000000'||'compare: from the first offer to the decision, at most four weeks after the last offer'||X'ffffffff7b510000000000009951000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300100000000000000000000006400000001000000a0010000020e000000'||'phase-hireable'||X'ffffffff020000000100000001000000000000000f000000'||'Become hireable'||X'd8000000'||'Turn training into what an employer needs from the first week.
- Take the cases that matter for your lane.
- Run a room or a list from start to end.
- Document and code so that the work counts.
- Lean into the niche.-'||X'000000'||'marketability: the last 18 months of training'||X'ffffffff51510000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3432020000000000000000000000640000000100000006020000000000006400000001000000170200000210000000'||'phase-interviews'||X'ffffffff0200000001000000010000000000000011000000'||'Formal interviews('||X'010000'||'Run two or three serious processes side by side, with one or two that are a stretch.
- Bring your volumes and what you would take off their hands; terms come after that.
- Meet the physician who leads the service, beyond the recruiter.
- Ask every place that makes an offer for the full contract.P'||X'000000'||'phases of training: 18 to 9 months before the end, five years without fellowship')||(X'ffffffff51510000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300200000000000000000000006400000001000000f40000000000000064000000010000003a020000020a000000'||'phase-lane'||X'ffffffff020000000100000001000000000000000e000000'||'Pick your laned'||X'010000'||'Choose the part of your field that you want to be hired for. Write it down as [goal] lane.
- Ask two seniors which subfields groups near your target places cannot fill.
- Compare what you like doing on a bad day with what is scarce.
- Tell your programme director, so that rotations and cases can follow.
Lanes listed for your field: spine, joints, sports..'||X'000000'||'phases of training: PGY-2 to PGY-3, long track'||X'ffffffffc14d0000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d35300500000053322d30380500000053322d30360200000000000000000000006400000001000000bb02000000000000640000000100000081010000020b000000'||'phase-learn'||X'ffffffff020000000100000001000000000000001b000000'||'Intern year: learn medicine'||X'b2000000'||'Nothing about jobs is due this year.
- Become safe and dependable.
- Plan the last licensing examination.
- Notice which work leaves you tired and content rather than only tired.'||X'19000000'||'phases of training: PGY-1'||X'ffffffff534c000000000000c04d000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d36300500000053322d35300500000053322d303202000000000000000000000064000000010000004f010000000000006400000001000000fc010000020c000000'||'phase-levers'||X'ffffffff0200000001000000010000000000000028000000'||'What still moves the quality of an offer'||X'19010000'||'These months are the ones in which your own doing changes what you are offered.
- Learn how your specialty is paid: work units, collections, payer mix.
- Sit in on a scheduling, quality or operations meeting.
- Settle who will speak for you, and ask whether they pick up the phone.1'||X'000000'||'levers: 18 to 6 months before the end of training'||X'ffffffff5151000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d353702000000000000000000000064000000010000004f0100000000000064000000010000003b020000020b000000'||'phase-niche'||X'ffffffff0200000001000000010000000000000034000000'||'Build the niche and the reputation that goes with itP'||X'010000'||'Make cases, talks and projects point the same way, until people name you when the subject comes up.
- Volunteer for the cases of your lane, the awkward ones included.
- Keep the case log tidy: volumes are the first thing a group asks about.
- Be easy to work with for nurses, schedulers and referring services: they are asked about you..'||X'000000'||'phases of training: PGY-3 to PGY-4, long track'||X'ffffffff2e4f0000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300200000000000000000000006400000001000000bb02000000000000640000000100000083010000020d000000'||'phase-passive'||X'ffffffff0200000001000000010000000000000019000000'||'PGY-2: collect and listen'||X'bd000000'||'Stay passive, but take notes.
- Write down which niches attendings call hard to fill.
- Listen to how they speak about groups and hospitals.
- Note what made a senior easy or hard to place.'||X'19000000'||'phases of training: PGY-2'||X'ffffffffc14d0000000000002d4f000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d36310500000053322d353002000000000000000000000064000000010000004e010000000000006400000001000000cd010000020b000000'||'phase-prove'||X'ffffffff020000000100000001000000000000002d000000'||'The first two years: prove value, grow volume'||X'cd000000'||'What you are paid on rests on these months.
- Keep your own numbers: visits or cases, access, outcomes.
- Know the dates of clawback, notice and tail.
- Stay in touch with the people who brought you there./'||X'000000'||'first two years: from the start to 24 months on'||X'ffffffff94530000000000006e56000000000000ffffffffffffffffffffffffffffffffffffffff040000000500000053322d37320500000053312d32360500000053322d35300500000053322d30320200000000000000000000006400000001000000bc02000000000000640000000100000063020000020b000000'||'phase-recon'||X'ffffffff0200000001000000010000000000000038000000'||'Look around quietly: who hires, who leaves, who is shortY'||X'010000'||'Gather facts before you need a job. Asking now commits you to nothing.
- Ask graduating seniors where they go and who else wanted them.
- Ask attendings which groups are well run and which to avoid.
- Note growing systems, chairs about to leave and services without enough hands.
- Go to one regional meeting or dinner talk and see who turns up..'||X'000000'||'phases of training: PGY-3 to PGY-4, long track'||X'ffffffff2e4f0000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff040000000500000053322d32330500000053322d36320500000053322d32350500000053322d35300200000000000000000000006400000001000000bb020000000000006400000001000000ea010000020a000000'||'phase-soft'||X'ffffffff020000000100000001000000000000001e000000'||'First contacts and site visits'||X'0c010000'||'Introduce yourself to the places on your list and go to see some of them.
- Write to people you have met before writing to strangers.
- Ask what they look for in a colleague; leave out whether they are hiring.
- Visit at least one place of each kind that you consider.8'||X'000000'||'phases of training: PGY-4, five years without fellowship'||X'ffffffff9b500000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353002000000000000000000000064000000010000004e010000000000006400000001000000060200000210000000'||'phase-visibility'||X'ffffffff0200000001000000010000000000000023000000'||'Be visible to the people who decide'||X'1f010000'||'Groups make up their minds about whom they want one to two years ahead, long before the interview.
- Go to division meetings and ask about how the service runs.
- Volunteer once for a piece of work on schedules or quality.
- Let two or three attendings with real influence see your work.6'||X'000000'||'visibility: 24 to 12 months before the end of training'||X'ffffffff9a500000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d313402000000000000000000000064000000010000004f0100000000000064000000010000001e020000020c000000'||'practice-dea'||X'ffffffff030000000300000002000000000000002f000000'||'Apply for the DEA registration: latest safe day'||X'f8000000'||'Takes 30 days as a rule and 60 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-07-01 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff58530000000000005853000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff6400000002000000000000000000000064000000030000004d0200000210000000'||'practice-licence'||X'ffffffff030000000300000002000000000000002c000000'||'Apply for the state licence: latest safe day&'||X'010000'||'Nothing after it can end before it is issued.
Takes 60 days as a rule and 90 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-03-03 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffffc252000000000000c252000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000012020000020e000000'||'practice-payer'||X'ffffffff0300000003000000020000000000000020000000'||'Payer enrolment: latest safe day'||X'f9000000'||'Takes 90 days as a rule and 120 at worst; begun by this day, the worst case still ends by 2028-07-31. If all goes as expected, 2028-05-02 is early enough.
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
Confirm the dates and whether you are eligible with the board.V'||X'000000'||'one programme''s policy: score by March 1 of PGY-2; pattern, last checked on 2026-11-22'||X'ffffffffb44e000000000000b44e000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff64000000010000000000000000000000640000000200000073010000020e000000'||'tier-review-18'||X'ffffffff010000000100000001000000000000002a000000'||'How would an employer rank you? First look'||X'8c000000'||'Known quantity, safe bet or filler: the rank is settled before a contract arrives. Go through [tier] honestly and pick one thing to improve.1'||X'000000'||'rank review: 18 months before the end of training'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000005010000020c000000'||'training-end'||X'ffffffff0100000001000000010000000000000014000000'||'Last day of trainingL'||X'000000'||'Certificates, case logs and contacts: take copies before the accounts close.'||X'1b000000'||'[training] and [fellowship]'||X'ffffffff75530000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353002000000f2ffffffffffffff6400000001000000000000000000000064000000010000000a0000000100805100000000000044010000020e000000'||'tier-review-12'||X'ffffffff010000000100000001000000000000002b000000'||'How would an employer rank you? Second look\'||X'000000'||'Known quantity, safe bet or filler: go through [tier] again. Who would call for you unasked?1'||X'000000'||'rank review: 12 months before the end of training'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff6400000001000000000000000000000064000000010000000a0000000100805100000000000045010000020d000000'||'tier-review-9'||X'ffffffff0100000001000000010000000000000029000000'||'How would an employer rank you? Last looka'||X'000000'||'Known quantity, safe bet or filler: a last look at [tier] while a phone call can still change it.0'||X'000000'||'rank review: 9 months before the end of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff640000000100000000000000000000006400000001000000') AS BLOB),1802950260);
INSERT INTO "batches" VALUES('me','networking','0.2',-5859548374624089905,CAST((X'03010000020b000000'||'ask-seniors'||X'0400000032303235020000000100000001000000000000001a000000'||'Ask the graduating seniors;'||X'000000'||'Where do they go, on which terms, and who else wanted them?!'||X'000000'||'graduating seniors, April to June'||X'ffffffffd34e0000000000002d4f000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323502000000000000000000000064000000010000003c00000000000000640000000100000003010000020b000000'||'ask-seniors'||X'0400000032303236020000000100000001000000000000001a000000'||'Ask the graduating seniors;'||X'000000'||'Where do they go, on which terms, and who else wanted them?!'||X'000000'||'graduating seniors, April to June'||X'ffffffff40500000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323502000000000000000000000064000000010000003c00000000000000640000000100000003010000020b000000'||'ask-seniors'||X'0400000032303237020000000100000001000000000000001a000000'||'Ask the graduating seniors;'||X'000000'||'Where do they go, on which terms, and who else wanted them?!'||X'000000'||'graduating seniors, April to June'||X'ffffffffad510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323502000000000000000000000064000000010000003c0000000000000064000000010000003a0100000210000000'||'center-attending'||X'ffffffff0600000001000000010000000000000034000000'||'Nobody among the busy attendings knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313101000000000000000000000064000000010000003a0100000210000000'||'center-referring'||X'ffffffff0600000001000000010000000000000034000000'||'Nobody in the referring services knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d31340100000000000000000000006400000001000000450100000211000000'||'center-scheduling'||X'ffffffff060000000100000001000000000000003e000000'||'Nobody among schedulers and administrators knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3133010000000000000000000000640000000100000046010000020c000000'||'center-staff'||X'ffffffff0600000001000000010000000000000044000000'||'Nobody among the clinic and operating-room staff knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3132010000000000000000000000640000000100000078010000020d000000'||'classes-ahead'||X'ffffffff0600000001000000010000000000000038000000'||'Nobody two or three classes ahead of you is on your list'||X'80000000'||'They have just been where you will be: who kept their word, who was burned, which recruiters help. Add one with class_ahead = 2.5'||X'000000'||'one contact two or three classes ahead, every 90 days'||X'ffffffffc14d000000000000c14d000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3338020000000000000000000000640000000100000002000000000000006d0000000100000035020000020f000000'||'contact-alvarez'||X'01000000350400000001000000010000000000000019000000'||'Get in touch: Dr. Alvarezw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0f000000'||'contact alvarez'||X'80510000000000008051000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000035020000020f000000'||'contact-alvarez'||X'01000000360400000001000000010000000000000019000000'||'Get in touch: Dr. Alvarezw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0f000000'||'contact alvarez'||X'94510000000000009451000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002c020000020c000000'||'contact-chen'||X'01000000340400000001000000010000000000000016000000'||'Get in touch: Dr. Chenw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0c000000'||'contact chen'||X'91510000000000009151000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002c020000020c000000'||'contact-chen'||X'01000000350400000001000000010000000000000016000000'||'Get in touch: Dr. Chenw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0c000000'||'contact chen'||X'af51000000000000af51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000029020000020b000000'||'contact-lee'||X'01000000330400000001000000010000000000000015000000'||'Get in touch: Dr. Leew'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0b000000'||'contact lee'||X'97510000000000009751000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000029020000020b000000'||'contact-lee'||X'01000000340400000001000000010000000000000015000000'||'Get in touch: Dr. Leew'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0b000000'||'contact lee'||X'c951000000000000c951000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000032020000020e000000'||'contact-okafor'||X'01000000340400000001000000010000000000000018000000'||'Get in touch: Dr. Okaforw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0e000000'||'contact okafor'||X'a251000000000000a251000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000032020000020e000000'||'contact-okafor'||X'01000000350400000001000000010000000000000018000000'||'Get in touch: Dr. Okaforw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0e000000'||'contact okafor'||X'ca51000000000000ca51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000068010000020e000000'||'contracts-read'||X'ffffffff0100000001000000010000000000000019000000'||'Read three real contracts'||X'8b000000'||'From different kinds of employer, with names taken out. Look for covenant, termination, tail, how pay is counted. pgyctl log intel contract('||X'000000'||'three contracts by a year before the end'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d333903000000c4ffffffffffffff6400000001000000f2ffffffffffffff64000000010000000000000000000000640000000100000038010000020b000000'||'dinner-talk'||X'07000000'||'2027-q1'||X'0400000001000000010000000000000032000000'||'Go to one dinner talk or open evening this quarterb'||X'000000'||'See which groups turn up and who speaks for them. Write it down: pgyctl log intel meeting note=...$'||X'000000'||'once a quarter while you look around'||X'ffffffff53510000000000005351000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3330010000000000000000000000640000000100000038010000020b000000'||'dinner-talk'||X'07000000'||'2027-q2'||X'0400000001000000010000000000000032000000'||'Go to one dinner talk or open evening this quarterb'||X'000000'||'See which groups turn up and who speaks for them. Write it down: pgyctl log intel meeting note=...$'||X'000000'||'once a quarter while you look around'||X'ffffffffad51000000000000ad51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d333001000000000000000000000064000000010000002c010000020f000000'||'habit-attending'||X'07000000'||'2027-03'||X'050000000100000001000000000000002d000000'||'This month: ask an attending about their pathY'||X'000000'||'One attending, one honest conversation: how they chose, and what they would not do again.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit attending'||X'8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35320100000018000000000000006400000002000000f2000000020c000000'||'habit-coffee'||X'07000000'||'2027-03'||X'0500000001000000010000000000000039000000'||'This month: coffee with a representative or administrator'||X'19000000'||'Ask who is always hiring.'||X'13000000'||'five monthly habits'||X'0c000000'||'habit coffee'||X'8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3535010000001800000000000000640000000200000008010000020a000000'||'habit-grad'||X'07000000'||'2027-02')||(X'0500000001000000010000000000000039000000'||'This month: talk numbers with a fellow or recent graduate3'||X'000000'||'A real talk on what was offered and on which terms.'||X'13000000'||'five monthly habits
'||X'000000'||'habit gradrQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3533010000001500000000000000640000000200000008010000020a000000'||'habit-grad'||X'07000000'||'2027-03'||X'0500000001000000010000000000000039000000'||'This month: talk numbers with a fellow or recent graduate3'||X'000000'||'A real talk on what was offered and on which terms.'||X'13000000'||'five monthly habits
'||X'000000'||'habit grad'||X'8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3533010000001800000000000000640000000200000008010000020f000000'||'habit-hard-case'||X'07000000'||'2027-02'||X'0500000001000000010000000000000022000000'||'This month: say yes to a hard case@'||X'000000'||'A case or a call that is a little painful and worth having done.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit hard_caserQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3534010000001500000000000000640000000200000008010000020f000000'||'habit-hard-case'||X'07000000'||'2027-03'||X'0500000001000000010000000000000022000000'||'This month: say yes to a hard case@'||X'000000'||'A case or a call that is a little painful and worth having done.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit hard_case'||X'8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353401000000180000000000000064000000020000001c010000020b000000'||'habit-niche'||X'07000000'||'2027-02'||X'050000000100000001000000000000002e000000'||'This month: five minutes on what you stand forG'||X'000000'||'Which niche are you signalling? What would your programme director say?'||X'13000000'||'five monthly habits'||X'0b000000'||'habit nicherQ'||X'0000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d35360500000053322d313001000000150000000000000064000000020000001c010000020b000000'||'habit-niche'||X'07000000'||'2027-03'||X'050000000100000001000000000000002e000000'||'This month: five minutes on what you stand forG'||X'000000'||'Which niche are you signalling? What would your programme director say?'||X'13000000'||'five monthly habits'||X'0b000000'||'habit niche'||X'8e51000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d35360500000053322d313001000000180000000000000064000000020000003f010000020d000000'||'habits-missed'||X'07000000'||'2027-01'||X'0600000001000000010000000000000020000000'||'Monthly habits missed in 2027-01x'||X'000000'||'Not kept: Fellow or graduate, Hard case, Niche check. Something forgotten to write down: pgyctl log habit NAME --on DATE'||X'13000000'||'five monthly habits'||X'ffffffff72510000000000007251000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d35330500000053322d35340500000053322d3536010000000000000000000000640000000100000078010000020b000000'||'influential'||X'ffffffff0600000001000000010000000000000038000000'||'Fewer than two people with real influence know your worki'||X'000000'||'Whose names come up when others decide? Get to know two or three of them, and mark them influence = high.N'||X'000000'||'two or three influential attendings, from two years before the end of training'||X'ffffffff9a500000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3538020000000000000000000000640000000100000002000000000000006d000000010000006d0100000209000000'||'intel-map'||X'ffffffff010000000100000001000000000000004e000000'||'Know three places: who grows, who leaves, who quarrels, who is short of peoplei'||X'000000'||'pgyctl log intel PLACE growing=yes chair_leaving=no turmoil=no understaffed=yes, for three [prospect:id]./'||X'000000'||'a map of three places by the middle of training'||X'ffffffffe64f000000000000e64f000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d333102000000e2ffffffffffffff640000000100000000000000000000006400000001000000800100000209000000'||'late-path'||X'ffffffff060000000200000001000000000000002c000000'||'Job search: beginning after this day is late'||X'8a000000'||'Places are filled by people somebody already knew. Take the warm ways first: those you met, those who will call.
pgyctl log intel activity5'||X'000000'||'first activity by 9 months before the end of training'||X'0e000000'||'intel activitydR'||X'0000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d323702000000e2ffffffffffffff640000000100000000000000000000006400000002000000630100000211000000'||'meetings-observed'||X'ffffffff0100000001000000010000000000000035000000'||'Sit in on a scheduling, quality or operations meeting^'||X'000000'||'Once is enough, twice is better: see who decides and what they count. pgyctl log intel meeting$'||X'000000'||'one meeting by a year before the end'||X'0d000000'||'intel meeting'||X'07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363103000000c4ffffffffffffff6400000001000000f2ffffffffffffff64000000010000000000000000000000640000000100000074010000020c000000'||'no-prospects'||X'ffffffff060000000200000001000000000000003a000000'||'The last winter of training, and no open place on the list{'||X'000000'||'Forty letters to strangers are the costly way. Add three places where somebody knows you as [prospect:id], and begin there.5'||X'000000'||'November of the last academic year without a prospect'||X'ffffffff83520000000000008352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353102000000c4ffffffffffffff640000000100000000000000000000006400000002000000ab0100000209000000'||'processes'||X'ffffffff060000000200000001000000000000002f000000'||'Fewer than two places in talks at the same time'||X'b4000000'||'Two or three serious processes side by side are the least that lets you compare and say no. Move a place on to a visit, or write down what happened: pgyctl log prospect ID activityA'||X'000000'||'two to three processes in parallel, each with news within 45 days'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3434020000000000000000000000640000000100000001000000000000006d0000000100000065010000020a000000'||'references'||X'ffffffff0100000002000000010000000000000027000000'||'Three references, one of whom will callf'||X'000000'||'Ask them in person, and whether they pick up the phone. Mark them reference = yes and will_call = yes.7'||X'000000'||'references settled 12 months before the end of training'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053312d31300500000053312d303903000000a6ffffffffffffff6400000001000000e2ffffffffffffff6400000001000000000000000000000064000000020000000f0100000206000000'||'scarce'||X'04000000323032370400000001000000010000000000000020000000'||'Where is what you can do scarce?\'||X'000000'||'Name two or three markets and keep them: [intel] scarce_where, and a [prospect:id] for each.'||X'1b000000'||'asked early, and every year'||X'ffffffff27520000000000002752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d32300100000000000000000000006400000001000000290100000207000000'||'stretch'||X'ffffffff0600000001000000010000000000000026000000'||'No place on the list that is a stretche'||X'000000'||'Add one or two that seem out of reach, with stretch = yes: what they answer tells what you are worth.'||X'19000000'||'one or two stretch places'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3435020000000000000000000000640000000100000001000000000000006d00000001000000a7010000020e000000'||'training-shown'||X'ffffffff010000000100000001000000000000001e000000'||'Put your training into numbers'||X'b9000000'||'Not written down in [training] yet: volumes, call, breadth, autonomy. Numbers, nights you answered for alone, what you have seen of everything: they say more than the name of the place.T'||X'000000'||'training shown by volumes, call, breadth and autonomy, from 18 months before the end'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3532010000000000000000000000640000000100000021010000020c000000'||'visible-call'||X'ffffffff0100000001000000010000000000000030000000'||'Be seen: would the chief call about you unasked?8'||X'000000'||'Ask your chief, plainly. If not, ask what it would take.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3131010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2026-12'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-01'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff70510000000000007051000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-02'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end')||(X'ffffffff8d510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-03'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffab51000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-04'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffca51000000000000ca51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-05'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d31340100000000000000000000006400000001000000250100000210000000'||'visible-meetings'||X'ffffffff0100000001000000010000000000000026000000'||'Be seen: go to the division''s meetingsB'||X'000000'||'Go twice, sit where you are seen, ask one question about the work.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffd750000000000000d750000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3131010000000000000000000000640000000100000037010000020f000000'||'visible-metrics'||X'ffffffff0100000001000000010000000000000028000000'||'Be seen: ask how the service is measuredS'||X'000000'||'Throughput, length of stay, quality figures: ask whoever owns them what moves them.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff33510000000000003351000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d313101000000000000000000000064000000010000002a0100000211000000'||'visible-volunteer'||X'ffffffff0100000001000000010000000000000023000000'||'Be seen: take a piece of a redesignI'||X'000000'||'Scheduling, admissions, a clinic template: volunteer once, and finish it.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff8d510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d31310100000000000000000000006400000001000000') AS BLOB),1802950260);
INSERT INTO "batches" VALUES('me','offers','0.1',-5859548374624089905,CAST((X'7f0100000208000000'||'attorney'||X'ffffffff0600000002000000010000000000000025000000'||'Nobody is named to read your contract'||X'9a000000'||'A physician-contract lawyer, if possible of the state and the specialty of the job, known before the first contract comes.
pgyctl set review attorney NAMEJ'||X'000000'||'twelve months before the end of training, and [review] attorney is not set'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34300100000000000000000000006400000002000000580100000204000000666c6578ffffffff0600000002000000010000000000000028000000'||'Nothing to give: name where you can bend'||X'92000000'||'Whoever asks should have something to offer: a place, nights, a skill or a procedure that makes you harder to replace.
pgyctl set goal flex nights,'||X'000000'||'an offer is open, and [goal] flex is not set'||X'ffffffff7b510000000000007b51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d32320100000000000000000000006400000002000000300100000212000000'||'lakeside-answer-by'||X'ffffffff030000000300000001000000000000001c000000'||'Lakeside: answer by this dayR'||X'000000'||'Such dates can usually be moved: ask for more time well before, and tell them why.'||X'09000000'||'answer_by'||X'ffffffff86510000000000008651000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d30320500000053302d313604000000f9ffffffffffffff6400000001000000fdffffffffffffff6400000002000000ffffffffffffffff64000000030000000000000000000000640000000300000057010000020f000000'||'lakeside-closed'||X'ffffffff0600000002000000010000000000000028000000'||'Lakeside: the answer is due on a weekendm'||X'000000'||'Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.,'||X'000000'||'the last business day before the answer date'||X'ffffffff84510000000000008451000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d30310500000053302d303202000000ffffffffffffffff640000000100000000000000000000006400000002000000650100000210000000'||'lakeside-only-hr'||X'ffffffff0600000002000000010000000000000024000000'||'Lakeside: you are only talking to HR'||X'9c000000'||'Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.
pgyctl set offer:lakeside physician_lead NAME'''||X'000000'||'an offer, and physician_lead is not set'||X'ffffffff7b510000000000007b51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d353301000000000000000000000064000000020000005b0100000219000000'||'lakeside-request-contract'||X'ffffffff0400000002000000010000000000000023000000'||'Lakeside: ask for the full contractm'||X'000000'||'There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.#'||X'000000'||'a letter alone for more than 3 days!'||X'000000'||'offer lakeside contract-requested'||X'7f510000000000007f51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d32330100000000000000000000006400000002000000ac000000020e000000'||'lakeside-state'||X'08000000'||'received'||X'0200000001000000010000000600000012000000'||'Lakeside: received'||X'0e000000'||'No ask so far.'||X'18000000'||'the journal of the offer'||X'ffffffff7b510000000000007b51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d363600000000a70100000212000000'||'lakeside-untouched'||X'ffffffff0600000003000000010000000000000025000000'||'Lakeside: three weeks without a touch'||X'85000000'||'Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer lakeside touched>'||X'000000'||'never let a contract sit for three weeks: last touch + 21 days'||X'16000000'||'offer lakeside touched'||X'90510000000000009051000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d32320500000053332d323103000000f2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000032010000020f000000'||'mercy-answer-by'||X'ffffffff0300000003000000010000000000000021000000'||'Mercy General: answer by this dayR'||X'000000'||'Such dates can usually be moved: ask for more time well before, and tell them why.'||X'09000000'||'answer_by'||X'ffffffff8a510000000000008a51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d30320500000053302d313604000000f9ffffffffffffff6400000001000000fdffffffffffffff6400000002000000ffffffffffffffff64000000030000000000000000000000640000000300000064010000020d000000'||'mercy-only-hr'||X'ffffffff0600000002000000010000000000000029000000'||'Mercy General: you are only talking to HR'||X'99000000'||'Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.
pgyctl set offer:mercy physician_lead NAME'''||X'000000'||'an offer, and physician_lead is not set'||X'ffffffff7d510000000000007d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d353301000000000000000000000064000000020000005a0100000216000000'||'mercy-request-contract'||X'ffffffff0400000002000000010000000000000028000000'||'Mercy General: ask for the full contractm'||X'000000'||'There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.#'||X'000000'||'a letter alone for more than 3 days'||X'1e000000'||'offer mercy contract-requested'||X'81510000000000008151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d32330100000000000000000000006400000002000000ae000000020b000000'||'mercy-state'||X'08000000'||'received'||X'0200000001000000010000000600000017000000'||'Mercy General: received'||X'0e000000'||'No ask so far.'||X'18000000'||'the journal of the offer'||X'ffffffff7d510000000000007d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d363600000000a3010000020f000000'||'mercy-untouched'||X'ffffffff060000000300000001000000000000002a000000'||'Mercy General: three weeks without a touch'||X'82000000'||'Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer mercy touched>'||X'000000'||'never let a contract sit for three weeks: last touch + 21 days'||X'13000000'||'offer mercy touched'||X'92510000000000009251000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d32320500000053332d323103000000f2ffffffffffffff6400000001000000f9ffffffffffffff640000000200000000000000000000006400000003000000590100000216000000'||'overlap-lakeside-mercy'||X'ffffffff0200000001000000010000000000000030000000'||'Both can be answered: Lakeside and Mercy Generalt'||X'000000'||'Days on which both clocks run: 10. Days between the two answer dates: 4.
Compare, ask and choose within this window.1'||X'000000'||'the days from received to the answer date of both'||X'ffffffff7d510000000000008651000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d313701000000000000000000000064000000010000001d03000002050000007265616479ffffffff060000000200000001000000000000002a000000'||'Not ready to negotiate: questions are open'||X'0d020000'||'Which one you would sign today, and why: set [decide] sign_today; set [decide] why.
What must improve before a yes, three to five things of each: set [offer:lakeside] must_improve; set [offer:mercy] must_improve.
Where you would really walk away: set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other.
Your next best alternative: set [decide] batna to an offer, to words, or to none.
What is not negotiable: name one thing at least: [walkaway] other, or [offer:ID] must_improve.
pgyctl report ready='||X'000000'||'an offer is open, and a question of readiness is not answered'||X'ffffffff7d510000000000007d51000000000000ffffffffffffffffffffffffffffffffffffffff070000000500000053302d30330500000053302d30350500000053302d30360500000053302d30370500000053302d30380500000053332d30330500000053332d3139010000000000000000000000640000000200000057010000020c000000'||'total-budget'||X'ffffffff0300000002000000010000000000000029000000'||'Four weeks since the second offer: choosef'||X'000000'||'Get what is missing, clarify, negotiate once or twice, choose. It is a matter of weeks, not of months.>'||X'000000'||'second written offer + 28 days, never beyond your own deadline'||X'ffffffff99510000000000009951000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d363702000000f9ffffffffffffff640000000200000000000000000000006400000003000000') AS BLOB),1802950260);
CREATE TABLE due( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, discreet TEXT NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "due" VALUES('me','milestones/case-log','2027-02-21','-1d',1803123000,1803211200,1,1,'milestones','Close the case log','','a milestone is due Sun Feb 21, 2027');
INSERT INTO "due" VALUES('me','milestones/case-log','2027-02-21','0d',1803209400,1803297600,3,1,'milestones','Close the case log','','a milestone is due Sun Feb 21, 2027');
INSERT INTO "due" VALUES('me','networking/habit-grad@2027-02','2027-02-01','21d',1803295800,1803384000,2,5,'networking','This month: talk numbers with a fellow or recent graduate','A real talk on what was offered and on which terms.','a networking reminder is due Mon Feb 1, 2027');
INSERT INTO "due" VALUES('me','networking/habit-hard-case@2027-02','2027-02-01','21d',1803295800,1803384000,2,5,'networking','This month: say yes to a hard case','A case or a call that is a little painful and worth having done.','a networking reminder is due Mon Feb 1, 2027');
INSERT INTO "due" VALUES('me','networking/habit-niche@2027-02','2027-02-01','21d',1803295800,1803384000,2,5,'networking','This month: five minutes on what you stand for','Which niche are you signalling? What would your programme director say?','a networking reminder is due Mon Feb 1, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-answer-by','2027-02-21','-1d',1803123000,1803272399,3,3,'offers','Lakeside: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Sun Feb 21, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-answer-by','2027-02-21','0d',1803209400,1803272399,3,3,'offers','Lakeside: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Sun Feb 21, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-closed','2027-02-19','0d',1803036600,1803124800,2,6,'offers','Lakeside: the answer is due on a weekend','Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.','an offer needs attention from Fri Feb 19, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-untouched','2027-03-03','-7d',1803468600,1803556800,2,6,'offers','Lakeside: three weeks without a touch','Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer lakeside touched','an offer needs attention from Wed Mar 3, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-answer-by','2027-02-25','-1d',1803468600,1803617999,3,3,'offers','Mercy General: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Thu Feb 25, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-answer-by','2027-02-25','-3d',1803295800,1803617999,2,3,'offers','Mercy General: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Thu Feb 25, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-answer-by','2027-02-25','0d',1803555000,1803617999,3,3,'offers','Mercy General: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Thu Feb 25, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-untouched','2027-03-05','-14d',1803036600,1803124800,1,6,'offers','Mercy General: three weeks without a touch','Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer mercy touched','an offer needs attention from Fri Mar 5, 2027');
CREATE TABLE endpoints( profile TEXT NOT NULL, endpoint TEXT NOT NULL, failures INTEGER NOT NULL, paused_until INTEGER NOT NULL, reason TEXT, last_delivered INTEGER NOT NULL, PRIMARY KEY(profile, endpoint)) STRICT, WITHOUT ROWID;
INSERT INTO "endpoints" VALUES('me','hook',78,1802953860,'could not connect to the receiver',0);
INSERT INTO "endpoints" VALUES('me','log',0,0,NULL,1802870997);
CREATE TABLE fired( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "fired" VALUES('me','','2026-12-01','digest',1796137200);
INSERT INTO "fired" VALUES('me','milestones/attorney-groundwork','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/case-log','2027-02-21','-1w',1802611797);
INSERT INTO "fired" VALUES('me','milestones/case-log','2027-02-21','-3d',1802950260);
INSERT INTO "fired" VALUES('me','milestones/job-search-surgical','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/learn-work-units','2027-01-30','-14d',1800106197);
INSERT INTO "fired" VALUES('me','milestones/learn-work-units','2027-01-30','0d',1801315797);
INSERT INTO "fired" VALUES('me','milestones/loupes','2027-02-18','-1w',1802352597);
INSERT INTO "fired" VALUES('me','milestones/loupes','2027-02-18','0d',1802950260);
INSERT INTO "fired" VALUES('me','milestones/phase-compare','2027-02-10','now',1802710801);
INSERT INTO "fired" VALUES('me','milestones/phase-hireable','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/phase-interviews','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/phase-levers','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/tier-review-18','2026-12-30','-14d',1797427797);
INSERT INTO "fired" VALUES('me','milestones/tier-review-18','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/center-attending','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-referring','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-scheduling','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-staff','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@2','2026-12-12','0d',1797082197);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@3','2027-01-18','0d',1800278997);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@5','2027-02-15','0d',1802698197);
INSERT INTO "fired" VALUES('me','networking/contact-chen@1','2026-12-05','0d',1796477397);
INSERT INTO "fired" VALUES('me','networking/dinner-talk@2027-q1','2027-01-01','0d',1798810197);
INSERT INTO "fired" VALUES('me','networking/dinner-talk@2027-q1','2027-01-01','snooze 2027-01-11',1799674197);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-01','2027-01-01','24d',1800883797);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-01','2027-01-01','24d',1800883797);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-01','2027-01-01','24d',1800883797);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2026-12','2027-01-01','now',1798810197);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-01','2027-02-01','now',1801488597);
INSERT INTO "fired" VALUES('me','networking/processes','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/processes','2026-12-30','1mo',1801315797);
INSERT INTO "fired" VALUES('me','networking/stretch','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/stretch','2026-12-30','1mo',1801315797);
INSERT INTO "fired" VALUES('me','networking/training-shown','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/visible-check@2026-12','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/visible-check@2027-01','2027-01-30','0d',1801315797);
INSERT INTO "fired" VALUES('me','offers/flex','2027-02-10','now',1802710801);
INSERT INTO "fired" VALUES('me','offers/lakeside-answer-by','2027-02-21','-3d',1802950260);
INSERT INTO "fired" VALUES('me','offers/lakeside-answer-by','2027-02-21','now',1802710801);
INSERT INTO "fired" VALUES('me','offers/lakeside-closed','2027-02-19','-1d',1802950260);
INSERT INTO "fired" VALUES('me','offers/lakeside-only-hr','2027-02-10','now',1802710801);
INSERT INTO "fired" VALUES('me','offers/lakeside-untouched','2027-03-03','-14d',1802870997);
INSERT INTO "fired" VALUES('me','offers/mercy-answer-by','2027-02-25','-7d',1802950260);
INSERT INTO "fired" VALUES('me','offers/mercy-only-hr','2027-02-12','now',1802710801);
INSERT INTO "fired" VALUES('me','offers/mercy-request-contract','2027-02-16','0d',1802784600);
INSERT INTO "fired" VALUES('me','offers/overlap-lakeside-mercy','2027-02-12','now',1802710801);
INSERT INTO "fired" VALUES('me','offers/ready','2027-02-12','now',1802710801);
CREATE TABLE gathered( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, discreet TEXT NOT NULL, leaves INTEGER NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
CREATE TABLE journal( profile TEXT NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL, logged INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, event TEXT NOT NULL, reverses INTEGER NOT NULL, reversed INTEGER NOT NULL, PRIMARY KEY(profile, number)) STRICT, WITHOUT ROWID;
INSERT INTO "journal" VALUES('me',1,20788,1796137200,'started','','',0,0);
INSERT INTO "journal" VALUES('me',2,20793,1796563800,'done','milestones/fellowship-question','',0,0);
INSERT INTO "journal" VALUES('me',3,20793,1796563800,'done','milestones/lane-named','',0,0);
INSERT INTO "journal" VALUES('me',4,20795,1796736600,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',5,20797,1796909400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',6,20798,1796995800,'done','milestones/lane-decided','',0,0);
INSERT INTO "journal" VALUES('me',7,20798,1796995800,'done','milestones/step3-score','',0,0);
INSERT INTO "journal" VALUES('me',8,20802,1797341400,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',9,20803,1797427800,'done','milestones/learn-bumped@2026','',0,0);
INSERT INTO "journal" VALUES('me',10,20803,1797427800,'done','networking/intel-map','',0,0);
INSERT INTO "journal" VALUES('me',11,20806,1797687000,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',12,20808,1797859801,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',13,20808,1797859801,'done','networking/visible-metrics','',0,0);
INSERT INTO "journal" VALUES('me',14,20809,1797946200,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',15,20813,1798291800,'done','networking/visible-meetings','',0,0);
INSERT INTO "journal" VALUES('me',16,20815,1798464600,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',17,20816,1798551000,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',18,20818,1798723800,'done','milestones/tier-review-18','',0,0);
INSERT INTO "journal" VALUES('me',19,20818,1798723800,'done','networking/visible-check@2026-12','',0,0);
INSERT INTO "journal" VALUES('me',20,20819,1798810201,'snooze','networking/dinner-talk@2027-q1','2027-01-11',0,0);
INSERT INTO "journal" VALUES('me',21,20823,1799155800,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',22,20823,1799155800,'done','networking/training-shown','',0,0);
INSERT INTO "journal" VALUES('me',23,20824,1799242200,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',24,20830,1799760600,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',25,20833,1800019800,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',26,20833,1800019800,'done','networking/dinner-talk@2027-q1','',0,0);
INSERT INTO "journal" VALUES('me',27,20837,1800365400,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',28,20838,1800451800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',29,20842,1800797400,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',30,20844,1800970201,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',31,20848,1801315800,'done','milestones/learn-work-units','',0,0);
INSERT INTO "journal" VALUES('me',32,20851,1801575000,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',33,20851,1801575000,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',34,20853,1801747800,'done','networking/visible-check@2027-01','',0,0);
INSERT INTO "journal" VALUES('me',35,20858,1802179800,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',36,20860,1802352600,'habit','coffee','',0,0);
CREATE TABLE journal_args( profile TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(profile, number, place)) STRICT, WITHOUT ROWID;
INSERT INTO "journal_args" VALUES('me',12,0,'item','networking/contact-alvarez@1');
INSERT INTO "journal_args" VALUES('me',28,0,'item','networking/contact-alvarez@3');
CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE outbox( id INTEGER PRIMARY KEY AUTOINCREMENT, profile TEXT NOT NULL, endpoint TEXT NOT NULL, message TEXT NOT NULL UNIQUE, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL, severity INTEGER NOT NULL, created INTEGER NOT NULL, not_before INTEGER NOT NULL, expires INTEGER NOT NULL, next_try INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, spared INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0, last_attempt INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0, last_code INTEGER NOT NULL DEFAULT 0, last_error TEXT) STRICT;
INSERT INTO "outbox" VALUES(69,'me','log','c076f5a5-a24b-5ece-a221-501cbe60d9f6','milestones/loupes','2027-02-18','-1w','reminder.due','{"id":"milestones/loupes","profile":"me","plugin":"milestones","kind":"milestone","title":"Return the loupes","detail":"","discreet":"a milestone is due Thu Feb 18, 2027","target":"2027-02-18","step":"-1w","severity":"info","due":"2027-02-11T11:30:00Z","late":true}',1,1802352597,1802352597,1802433600,1802352597,1,0,2,1802352597,1802352597,0,'');
INSERT INTO "outbox" VALUES(70,'me','hook','6ef73294-38be-591c-a2aa-e06f5371c5d7','milestones/loupes','2027-02-18','-1w','reminder.due','{"id":"milestones/loupes","profile":"me","plugin":"milestones","kind":"milestone","title":"Return the loupes","detail":"","discreet":"a milestone is due Thu Feb 18, 2027","target":"2027-02-18","step":"-1w","severity":"info","due":"2027-02-11T11:30:00Z","late":true}',1,1802352597,1802352597,1802433600,1802352602,1,0,5,1802352597,1802438997,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(71,'me','log','6cb07faa-c776-581f-8332-f9cf23334476','milestones/case-log','2027-02-21','-1w','reminder.due','{"id":"milestones/case-log","profile":"me","plugin":"milestones","kind":"milestone","title":"Close the case log","detail":"","discreet":"a milestone is due Sun Feb 21, 2027","target":"2027-02-21","step":"-1w","severity":"info","due":"2027-02-14T11:30:00Z","late":true}',1,1802611797,1802611797,1802692800,1802611797,1,0,2,1802611797,1802611797,0,'');
INSERT INTO "outbox" VALUES(72,'me','hook','b3148f15-d885-53e8-8c4a-e9d1571190a0','milestones/case-log','2027-02-21','-1w','reminder.due','{"id":"milestones/case-log","profile":"me","plugin":"milestones","kind":"milestone","title":"Close the case log","detail":"","discreet":"a milestone is due Sun Feb 21, 2027","target":"2027-02-21","step":"-1w","severity":"info","due":"2027-02-14T11:30:00Z","late":true}',1,1802611797,1802611797,1802692800,1802611803,1,0,5,1802611797,1802698197,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(73,'me','log','7732b5e4-29d8-5f91-b1e1-f71810cdce92','networking/contact-alvarez@5','2027-02-15','0d','reminder.due','{"id":"networking/contact-alvarez@5","profile":"me","plugin":"networking","kind":"reminder","title":"Get in touch: Dr. Alvarez","detail":"- Which markets and kinds of practice would you look at in my place, and which would you leave alone?\n- Which groups around here would you not send a friend to?\n- Whose partnership track and productivity formula hold up after the second year?\n- Which hospitals are growing, and which are losing money?\n- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no","discreet":"a networking reminder is due Mon Feb 15, 2027","target":"2027-02-15","step":"0d","severity":"info","due":"2027-02-15T11:30:00Z","late":true}',1,1802698197,1802698197,1802779200,1802698197,1,0,2,1802698197,1802698197,0,'');
INSERT INTO "outbox" VALUES(74,'me','hook','13146c09-4a89-594e-a0ee-1868c21735e0','networking/contact-alvarez@5','2027-02-15','0d','reminder.due','{"id":"networking/contact-alvarez@5","profile":"me","plugin":"networking","kind":"reminder","title":"Get in touch: Dr. Alvarez","detail":"- Which markets and kinds of practice would you look at in my place, and which would you leave alone?\n- Which groups around here would you not send a friend to?\n- Whose partnership track and productivity formula hold up after the second year?\n- Which hospitals are growing, and which are losing money?\n- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no","discreet":"a networking reminder is due Mon Feb 15, 2027","target":"2027-02-15","step":"0d","severity":"info","due":"2027-02-15T11:30:00Z","late":true}',1,1802698197,1802698197,1802779200,1802711140,2,0,5,1802710800,1802784600,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(75,'me','log','8050f3ea-1225-5653-a720-42315d0328a9','milestones/phase-compare','2027-02-10','now','reminder.due','{"id":"milestones/phase-compare","profile":"me","plugin":"milestones","kind":"window","title":"Compare offers with what you know","detail":"An offer is on the table: hold it against what you learned about the place, and the places against each other.\n- Every term in one table, the empty cells marked as questions.\n- The two or three terms that decide it, in your own order.\n- What you would sign if you had to today, and why.\n- Done when you could explain the choice to a friend in two sentences.","discreet":"a milestone window opens Wed Feb 10, 2027","target":"2027-02-10","step":"now","severity":"info","due":"2027-02-15T17:00:01Z","late":false}',1,1802710801,1802710801,1804913999,1802710801,1,0,2,1802710801,1802784600,0,'');
INSERT INTO "outbox" VALUES(76,'me','hook','947db1ba-eae9-5060-b22f-1afc4a9acfac','milestones/phase-compare','2027-02-10','now','reminder.due','{"id":"milestones/phase-compare","profile":"me","plugin":"milestones","kind":"window","title":"Compare offers with what you know","detail":"An offer is on the table: hold it against what you learned about the place, and the places against each other.\n- Every term in one table, the empty cells marked as questions.\n- The two or three terms that decide it, in your own order.\n- What you would sign if you had to today, and why.\n- Done when you could explain the choice to a friend in two sentences.","discreet":"a milestone window opens Wed Feb 10, 2027","target":"2027-02-10","step":"now","severity":"info","due":"2027-02-15T17:00:01Z","late":false}',1,1802710801,1802710801,1804913999,1802950501,2,0,0,1802950260,0,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(77,'me','log','cf581dcd-85bb-5c6f-9dab-2ee6de00fa04','offers/flex','2027-02-10','now','reminder.due','{"id":"offers/flex","profile":"me","plugin":"offers","kind":"alert","title":"Nothing to give: name where you can bend","detail":"Whoever asks should have something to offer: a place, nights, a skill or a procedure that makes you harder to replace.\npgyctl set goal flex nights","discreet":"an offer needs attention from Wed Feb 10, 2027","target":"2027-02-10","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,1,0,2,1802710801,1802784600,0,'');
INSERT INTO "outbox" VALUES(78,'me','hook','cd0b1abf-ecde-568d-9687-cf41917d7656','offers/flex','2027-02-10','now','reminder.due','{"id":"offers/flex","profile":"me","plugin":"offers","kind":"alert","title":"Nothing to give: name where you can bend","detail":"Whoever asks should have something to offer: a place, nights, a skill or a procedure that makes you harder to replace.\npgyctl set goal flex nights","discreet":"an offer needs attention from Wed Feb 10, 2027","target":"2027-02-10","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802784606,1,0,5,1802784600,1802870997,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(79,'me','log','7aad6c29-ec95-5f28-9594-268a55643e6e','offers/lakeside-answer-by','2027-02-21','now','reminder.due','{"id":"offers/lakeside-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Lakeside: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Sun Feb 21, 2027","target":"2027-02-21","step":"now","severity":"info","due":"2027-02-15T17:00:01Z","late":false}',1,1802710801,1802710801,1803272399,1802710801,1,0,2,1802784600,1802784600,0,'');
INSERT INTO "outbox" VALUES(80,'me','hook','35276b27-54d3-5eaa-8c04-6047fb155471','offers/lakeside-answer-by','2027-02-21','now','reminder.due','{"id":"offers/lakeside-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Lakeside: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Sun Feb 21, 2027","target":"2027-02-21","step":"now","severity":"info","due":"2027-02-15T17:00:01Z","late":false}',1,1802710801,1802710801,1803272399,1802871002,1,0,0,1802870997,0,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(81,'me','log','aa4b374b-8556-5613-997d-682d4cdf3987','offers/lakeside-only-hr','2027-02-10','now','reminder.due','{"id":"offers/lakeside-only-hr","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: you are only talking to HR","detail":"Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.\npgyctl set offer:lakeside physician_lead NAME","discreet":"an offer needs attention from Wed Feb 10, 2027","target":"2027-02-10","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,1,0,2,1802784600,1802784600,0,'');
INSERT INTO "outbox" VALUES(82,'me','hook','b54b4271-e51b-533b-8c74-1408b39f29b7','offers/lakeside-only-hr','2027-02-10','now','reminder.due','{"id":"offers/lakeside-only-hr","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: you are only talking to HR","detail":"Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.\npgyctl set offer:lakeside physician_lead NAME","discreet":"an offer needs attention from Wed Feb 10, 2027","target":"2027-02-10","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,0,0,5,0,1802870997,0,NULL);
INSERT INTO "outbox" VALUES(83,'me','log','9510583b-a387-51e5-b72e-91c20e4f4c48','offers/mercy-only-hr','2027-02-12','now','reminder.due','{"id":"offers/mercy-only-hr","profile":"me","plugin":"offers","kind":"alert","title":"Mercy General: you are only talking to HR","detail":"Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.\npgyctl set offer:mercy physician_lead NAME","discreet":"an offer needs attention from Fri Feb 12, 2027","target":"2027-02-12","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,1,0,2,1802784600,1802784600,0,'');
INSERT INTO "outbox" VALUES(84,'me','hook','ad28c871-7d81-5c61-9f8f-0d7761add787','offers/mercy-only-hr','2027-02-12','now','reminder.due','{"id":"offers/mercy-only-hr","profile":"me","plugin":"offers","kind":"alert","title":"Mercy General: you are only talking to HR","detail":"Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.\npgyctl set offer:mercy physician_lead NAME","discreet":"an offer needs attention from Fri Feb 12, 2027","target":"2027-02-12","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,0,0,5,0,1802870997,0,NULL);
INSERT INTO "outbox" VALUES(85,'me','log','f5d01970-2774-52f5-a152-d6e9b886bc7b','offers/overlap-lakeside-mercy','2027-02-12','now','reminder.due','{"id":"offers/overlap-lakeside-mercy","profile":"me","plugin":"offers","kind":"window","title":"Both can be answered: Lakeside and Mercy General","detail":"Days on which both clocks run: 10. Days between the two answer dates: 4.\nCompare, ask and choose within this window.","discreet":"an offer reminder is due Fri Feb 12, 2027","target":"2027-02-12","step":"now","severity":"info","due":"2027-02-15T17:00:01Z","late":false}',1,1802710801,1802710801,1803272399,1802710801,1,0,2,1802784600,1802784600,0,'');
INSERT INTO "outbox" VALUES(86,'me','hook','2cf04b15-be3b-5930-a411-e23853ee90cc','offers/overlap-lakeside-mercy','2027-02-12','now','reminder.due','{"id":"offers/overlap-lakeside-mercy","profile":"me","plugin":"offers","kind":"window","title":"Both can be answered: Lakeside and Mercy General","detail":"Days on which both clocks run: 10. Days between the two answer dates: 4.\nCompare, ask and choose within this window.","discreet":"an offer reminder is due Fri Feb 12, 2027","target":"2027-02-12","step":"now","severity":"info","due":"2027-02-15T17:00:01Z","late":false}',1,1802710801,1802710801,1803272399,1802871002,1,0,0,1802870997,0,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(87,'me','log','c3e32cdc-4fe4-5de7-b3e1-46027ff27aa5','offers/ready','2027-02-12','now','reminder.due','{"id":"offers/ready","profile":"me","plugin":"offers","kind":"alert","title":"Not ready to negotiate: questions are open","detail":"Which one you would sign today, and why: set [decide] sign_today; set [decide] why.\nWhat must improve before a yes, three to five things of each: set [offer:lakeside] must_improve; set [offer:mercy] must_improve.\nWhere you would really walk away: set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other.\nYour next best alternative: set [decide] batna to an offer, to words, or to none.\nWhat is not negotiable: name one thing at least: [walkaway] other, or [offer:ID] must_improve.\npgyctl report ready","discreet":"an offer needs attention from Fri Feb 12, 2027","target":"2027-02-12","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,1,0,2,1802784600,1802784600,0,'');
INSERT INTO "outbox" VALUES(88,'me','hook','c35c652e-cf2b-5ede-bdaa-460014360ac6','offers/ready','2027-02-12','now','reminder.due','{"id":"offers/ready","profile":"me","plugin":"offers","kind":"alert","title":"Not ready to negotiate: questions are open","detail":"Which one you would sign today, and why: set [decide] sign_today; set [decide] why.\nWhat must improve before a yes, three to five things of each: set [offer:lakeside] must_improve; set [offer:mercy] must_improve.\nWhere you would really walk away: set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other.\nYour next best alternative: set [decide] batna to an offer, to words, or to none.\nWhat is not negotiable: name one thing at least: [walkaway] other, or [offer:ID] must_improve.\npgyctl report ready","discreet":"an offer needs attention from Fri Feb 12, 2027","target":"2027-02-12","step":"now","severity":"warn","due":"2027-02-15T17:00:01Z","late":false}',2,1802710801,1802710801,1802797201,1802710801,0,0,5,0,1802870997,0,NULL);
INSERT INTO "outbox" VALUES(89,'me','log','fde85b01-fe18-5db1-9b9b-d7fd4c93ac9b','offers/mercy-request-contract','2027-02-16','0d','reminder.due','{"id":"offers/mercy-request-contract","profile":"me","plugin":"offers","kind":"reminder","title":"Mercy General: ask for the full contract","detail":"There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.","discreet":"an offer reminder is due Tue Feb 16, 2027","target":"2027-02-16","step":"0d","severity":"warn","due":"2027-02-16T11:30:00Z","late":true}',2,1802784600,1802784600,1802865600,1802784600,1,0,2,1802784600,1802784600,0,'');
INSERT INTO "outbox" VALUES(90,'me','hook','a70df341-3bf5-57a6-8420-796772b3b80c','offers/mercy-request-contract','2027-02-16','0d','reminder.due','{"id":"offers/mercy-request-contract","profile":"me","plugin":"offers","kind":"reminder","title":"Mercy General: ask for the full contract","detail":"There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.","discreet":"an offer reminder is due Tue Feb 16, 2027","target":"2027-02-16","step":"0d","severity":"warn","due":"2027-02-16T11:30:00Z","late":true}',2,1802784600,1802784600,1802865600,1802784600,0,0,5,0,1802870997,0,NULL);
INSERT INTO "outbox" VALUES(91,'me','log','e7cd42af-1b7e-5ccc-954c-04eca3eee6d7','offers/lakeside-untouched','2027-03-03','-14d','reminder.due','{"id":"offers/lakeside-untouched","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: three weeks without a touch","detail":"Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.\npgyctl log offer lakeside touched","discreet":"an offer needs attention from Wed Mar 3, 2027","target":"2027-03-03","step":"-14d","severity":"info","due":"2027-02-17T11:30:00Z","late":true}',1,1802870997,1802870997,1802952000,1802870997,1,0,2,1802870997,1802870997,0,'');
INSERT INTO "outbox" VALUES(92,'me','hook','62b8b002-f614-5fde-8801-ca8748c67fb7','offers/lakeside-untouched','2027-03-03','-14d','reminder.due','{"id":"offers/lakeside-untouched","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: three weeks without a touch","detail":"Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.\npgyctl log offer lakeside touched","discreet":"an offer needs attention from Wed Mar 3, 2027","target":"2027-03-03","step":"-14d","severity":"info","due":"2027-02-17T11:30:00Z","late":true}',1,1802870997,1802870997,1802952000,1802950266,1,0,0,1802950260,0,0,'could not connect to the receiver');
INSERT INTO "outbox" VALUES(93,'me','log','6a7d2b3c-ceda-51dc-a21a-d75676b1526e','milestones/case-log','2027-02-21','-3d','reminder.due','{"id":"milestones/case-log","profile":"me","plugin":"milestones","kind":"milestone","title":"Close the case log","detail":"","discreet":"a milestone is due Sun Feb 21, 2027","target":"2027-02-21","step":"-3d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803038400,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(94,'me','hook','e2072cd5-1b92-5e9b-88f2-a3eabdb8ca81','milestones/case-log','2027-02-21','-3d','reminder.due','{"id":"milestones/case-log","profile":"me","plugin":"milestones","kind":"milestone","title":"Close the case log","detail":"","discreet":"a milestone is due Sun Feb 21, 2027","target":"2027-02-21","step":"-3d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803038400,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(95,'me','log','2ab2802e-e6fa-51ed-82b5-3b0ea9d60e3f','milestones/loupes','2027-02-18','0d','reminder.due','{"id":"milestones/loupes","profile":"me","plugin":"milestones","kind":"milestone","title":"Return the loupes","detail":"","discreet":"a milestone is due Thu Feb 18, 2027","target":"2027-02-18","step":"0d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803038400,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(96,'me','hook','54335def-3a56-5c5c-8f10-2646eae5dc32','milestones/loupes','2027-02-18','0d','reminder.due','{"id":"milestones/loupes","profile":"me","plugin":"milestones","kind":"milestone","title":"Return the loupes","detail":"","discreet":"a milestone is due Thu Feb 18, 2027","target":"2027-02-18","step":"0d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803038400,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(97,'me','log','ebf4df3e-1917-5691-b217-86fd37588c34','offers/lakeside-answer-by','2027-02-21','-3d','reminder.due','{"id":"offers/lakeside-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Lakeside: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Sun Feb 21, 2027","target":"2027-02-21","step":"-3d","severity":"warn","due":"2027-02-18T11:30:00Z","late":false}',2,1802950260,1802952000,1803272399,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(98,'me','hook','6b22b0bb-0490-548a-ae68-9ba50ef49252','offers/lakeside-answer-by','2027-02-21','-3d','reminder.due','{"id":"offers/lakeside-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Lakeside: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Sun Feb 21, 2027","target":"2027-02-21","step":"-3d","severity":"warn","due":"2027-02-18T11:30:00Z","late":false}',2,1802950260,1802952000,1803272399,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(99,'me','log','81cff713-026e-514e-8d2a-f9755e7ba993','offers/lakeside-closed','2027-02-19','-1d','reminder.due','{"id":"offers/lakeside-closed","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: the answer is due on a weekend","detail":"Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.","discreet":"an offer needs attention from Fri Feb 19, 2027","target":"2027-02-19","step":"-1d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803038400,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(100,'me','hook','bc070584-87ed-56e9-95df-e3967b160480','offers/lakeside-closed','2027-02-19','-1d','reminder.due','{"id":"offers/lakeside-closed","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: the answer is due on a weekend","detail":"Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.","discreet":"an offer needs attention from Fri Feb 19, 2027","target":"2027-02-19","step":"-1d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803038400,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(101,'me','log','25b99683-8fbd-5aa3-a37c-e9d35ffa4149','offers/mercy-answer-by','2027-02-25','-7d','reminder.due','{"id":"offers/mercy-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Mercy General: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Thu Feb 25, 2027","target":"2027-02-25","step":"-7d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803617999,1802952000,0,0,0,0,0,0,NULL);
INSERT INTO "outbox" VALUES(102,'me','hook','1236d2d1-0415-5200-9c03-ab4fe4243ba3','offers/mercy-answer-by','2027-02-25','-7d','reminder.due','{"id":"offers/mercy-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Mercy General: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Thu Feb 25, 2027","target":"2027-02-25","step":"-7d","severity":"info","due":"2027-02-18T11:30:00Z","late":false}',1,1802950260,1802952000,1803617999,1802952000,0,0,0,0,0,0,NULL);
CREATE TABLE profiles(id TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, next_wake INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "profiles" VALUES('me','@FOLDER@/pgyd.ini',1803013200);
CREATE TABLE revisions( profile TEXT NOT NULL, id TEXT NOT NULL, hash INTEGER NOT NULL, sequence INTEGER NOT NULL, revised INTEGER NOT NULL, created INTEGER NOT NULL, cancelled INTEGER, PRIMARY KEY(profile, id)) STRICT, WITHOUT ROWID;
INSERT INTO "revisions" VALUES('me','milestones/abos-apply',-4788289993281877127,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/abos-part-1',1757053897733516689,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/abos-part-2',-8557321207089456066,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attending-start',-3712653447764859971,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-contact',8851369638367399832,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-groundwork',-8297456723124129985,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-shortlist',5805589105797143724,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/case-log',4125876303949978841,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/contract-figures',4351154517664556266,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/credentialing-packet',-4718122966953609023,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/dea-registration',-8297442327350838472,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/fellowship-question',-3158018569808386028,1,1796563800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/hireable-core',1230214606643659881,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-cv',6548728818825736173,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-look',1327088649507284088,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-network-surgical',2605354340551065366,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-search-surgical',-4836240261091835071,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-secured',-4995505401556016925,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-sign-surgical',7551391127734842826,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-winter',2654322356047814126,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lane-decided',-8568158250943953269,1,1796995800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lane-named',-4235861922316024831,1,1796563800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lane-review@pgy5',5313851336890878348,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/late-recon',618002758762614254,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-bumped@2026',-2832175172977948593,1,1797427800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-call@2027',-5881769907731361418,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-collections',2072840888548956863,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-hire@2027',5675901300131830959,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-pay-models',-5181647633509566318,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-payer-mix',2368892900935702163,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-work-units',7939085341208834620,1,1801315800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/licence-apply',-1963992308394986354,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/loupes',4731583553420525018,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/malpractice-certificate',-5741057105354838690,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2026-12',122427709665154484,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-01',-7624689261934216649,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-02',-5677732929052268560,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-03',-271852088740823998,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2026-12',1978494464892431028,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-01',-8593553532911989021,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-02',-9057631670117027258,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-03',-1700541318191610642,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2026-12',-1973089603369918529,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-01',-8272766743689376631,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-02',8563237971861809221,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-03',-9124081869475500494,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2026-12',-3971797167351994770,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-01',-8079342379904027089,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-02',9172371550999375153,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-03',-4642547270064804057,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/noncompete-state',-5614309867193909635,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/npi-caqh',-907389700188794318,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/offers-appear',-5930369764558725844,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/oite@pgy-5',3791892447190079810,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/payer-enrolment',9098911830822086491,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-compare',-4494165083832138335,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-hireable',5150446825608450194,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-interviews',-4839744284060617036,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-lane',8258004337799869110,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-learn',3145441275456606506,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-levers',-2787608598723271666,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-niche',-5947453118775084057,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-passive',-1033893194241929465,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-prove',5483859211283045505,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-recon',-1567457908373189180,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-soft',2275486689133092003,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-visibility',4251095303420517653,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-dea',-5449785478199049911,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-licence',5680084407229280391,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-payer',7446448589753570430,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-privileging',-440083713184835960,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-day-90',4988256262494740785,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-12',-72500474422626255,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-18',4731886098457332314,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-24',3625544634061336389,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-6',-1260400866890315249,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/refresh-packs@2028',2166901315313198242,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/step3-score',6583753766889135980,1,1796995800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-12',2711524008396010722,1,1802710801,1796137200,20864);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-18',-6499930747387559223,1,1798723800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-9',-5697745434152171112,1,1802710801,1796137200,20864);
INSERT INTO "revisions" VALUES('me','milestones/training-end',7062153356822735908,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/ask-seniors@2026',2831244480718122036,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/ask-seniors@2027',9158938089816719942,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-attending',3100208092846260923,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-referring',-2486066841458205260,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-scheduling',5644096882156024891,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-staff',-7476495148357147510,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/classes-ahead',-7291143212908872545,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@1',-4658890995133475505,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@2',-8297425855358650011,1,1797859801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@3',6258627682841539508,1,1798551000,1797859801,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@4',2693087306169353639,1,1800451800,1798551000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@5',9070105675841759125,1,1800970201,1800451800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@6',-2842939259396115311,0,1800970201,1800970201,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@1',2198818853076637914,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@2',1433478022149206109,1,1796736600,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@3',-3509158761289086649,1,1799155800,1796736600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@4',-6767503312560581141,1,1801575000,1799155800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@5',4297214408069648528,0,1801575000,1801575000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@1',-1434960046164933345,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@2',-6034294110560039104,1,1797946200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@3',3923145701454007507,1,1800365400,1797946200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@4',-5240748990671410048,0,1800365400,1800365400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@1',4629458236147780250,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@2',-2146858200855332118,1,1797341400,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@3',-8391221279046383150,1,1799760600,1797341400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@4',-2276554315933427989,1,1802179800,1799760600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@5',1200870252627617693,0,1802179800,1802179800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contracts-read',-7268161989151386164,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/dinner-talk@2027-q1',-2330137001331817423,2,1800019800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/dinner-talk@2027-q2',5041721051320604557,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2026-12',4623171629705829026,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-01',-9171118065286721338,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-02',-3672762678056948829,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-03',-2959119303975000047,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2026-12',475159214527861179,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-01',763246648274217146,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-02',-6701931690103936813,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-03',5123983626679141886,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2026-12',5674580390493097360,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-01',-3792029437521797796,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-02',-3428781262647628514,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-03',6979827759575909975,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2026-12',-575955618908026086,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-01',6143468958296292494,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-02',8404820063803799931,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-03',8213141117031776877,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2026-12',1243439860417897240,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-01',-6212601540712019131,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-02',8956249347469403147,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-03',8546355180935677604,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2026-12',8382601292240161828,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-01',-949669493503885156,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/influential',5911921759833928278,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/intel-map',1617553931376180797,1,1797427800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/late-path',-8162085145654855617,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/meetings-observed',-3802957941710779789,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/no-prospects',3603585638766461170,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/processes',-5920578445134721162,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/references',140849507349362436,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/scarce@2027',-4023222903384933643,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/stretch',-123193735316993327,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/training-shown',-7555760621662066839,1,1799155800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-call',1746129888667406978,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2026-12',6923167506091855243,1,1798723800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-01',-8518977038644270207,1,1801747800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-02',-3004570844786262302,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-03',-6376022676525842320,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-04',7547654860768416459,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-05',-4037195836350370004,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-meetings',2498738191915088105,1,1798291800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-metrics',7319840909452539763,1,1797859801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-volunteer',-764160074178908811,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/attorney',5078042220695837255,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/few-offers',-6971377259617805262,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/flex',-6330712785413961583,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-answer-by',8551346188464870350,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-closed',588393274219293808,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-only-hr',-287345284845136161,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-request-contract',-768717012203893330,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-state@received',7489586497725950057,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-untouched',6625644393166237269,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-answer-by',-5030944852415067459,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-only-hr',1389577620888666346,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-request-contract',7352290254092050403,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-state@received',-3406967527056707548,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-untouched',4875271019181060433,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/overlap-lakeside-mercy',-141620262170620854,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/ready',9029643811781290419,0,1802710801,1802710801,NULL);
INSERT INTO "revisions" VALUES('me','offers/total-budget',5743247034776269501,0,1802710801,1802710801,NULL);
CREATE TABLE seen( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, first INTEGER NOT NULL, PRIMARY KEY(profile, item, target)) STRICT, WITHOUT ROWID;
INSERT INTO "seen" VALUES('me','milestones/abos-apply','2027-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/abos-part-1','2028-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/abos-part-2','2033-08-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attending-start','2028-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-contact','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-groundwork','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-shortlist','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/case-log','2027-02-21',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/contract-figures','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/credentialing-packet','2028-04-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/dea-registration','2028-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/hireable-core','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-cv','2027-04-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-look','2026-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-network-surgical','2026-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-search-surgical','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-secured','2027-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-sign-surgical','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-winter','2027-11-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/lane-review@pgy5','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/late-recon','2028-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-bumped@2026','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-call@2027','2027-03-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-collections','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-hire@2027','2027-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-pay-models','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-payer-mix','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-work-units','2027-01-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/licence-apply','2027-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/loupes','2027-02-18',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/malpractice-certificate','2028-05-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/noncompete-state','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/npi-caqh','2028-03-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/offers-appear','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/oite@pgy-5','2027-11-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/payer-enrolment','2028-04-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-compare','2027-02-10',1802710801);
INSERT INTO "seen" VALUES('me','milestones/phase-hireable','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-interviews','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-levers','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-niche','2025-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-prove','2028-07-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-recon','2025-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-soft','2026-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-visibility','2026-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-dea','2028-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-licence','2028-01-03',-1796137200);
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
INSERT INTO "seen" VALUES('me','networking/ask-seniors@2027','2027-04-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-attending','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-referring','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-scheduling','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-staff','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/classes-ahead','2024-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@2','2026-12-12',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@2','2027-01-10',1797859801);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@3','2027-01-18',1798551000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@3','2027-01-30',1797859801);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@4','2027-02-07',1798551000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@4','2027-02-09',1800451800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@5','2027-02-15',1800970201);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@5','2027-03-01',1800451800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@6','2027-03-07',1800970201);
INSERT INTO "seen" VALUES('me','networking/contact-chen@1','2026-12-05',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@2','2027-01-04',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@2','2027-01-07',1796736600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@3','2027-02-04',1799155800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@3','2027-02-06',1796736600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@4','2027-03-04',1801575000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@4','2027-03-06',1799155800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@5','2027-04-03',1801575000);
INSERT INTO "seen" VALUES('me','networking/contact-lee@1','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@2','2027-02-10',1797946200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@2','2027-02-19',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@3','2027-03-10',1800365400);
INSERT INTO "seen" VALUES('me','networking/contact-lee@3','2027-04-01',1797946200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@4','2027-04-29',1800365400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@1','2026-12-18',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@2','2027-01-24',1797341400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@2','2027-01-27',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@3','2027-02-21',1799760600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@3','2027-03-05',1797341400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@4','2027-03-21',1802179800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@4','2027-04-02',1799760600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@5','2027-04-30',1802179800);
INSERT INTO "seen" VALUES('me','networking/contracts-read','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/dinner-talk@2027-q1','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/dinner-talk@2027-q2','2027-04-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2026-12','2027-01-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-01','2027-02-01',1801488597);
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
INSERT INTO "seen" VALUES('me','offers/flex','2027-02-10',1802710801);
INSERT INTO "seen" VALUES('me','offers/lakeside-answer-by','2027-02-21',1802710801);
INSERT INTO "seen" VALUES('me','offers/lakeside-closed','2027-02-19',1802710801);
INSERT INTO "seen" VALUES('me','offers/lakeside-only-hr','2027-02-10',1802710801);
INSERT INTO "seen" VALUES('me','offers/lakeside-request-contract','2027-02-14',1802710801);
INSERT INTO "seen" VALUES('me','offers/lakeside-untouched','2027-03-03',1802710801);
INSERT INTO "seen" VALUES('me','offers/mercy-answer-by','2027-02-25',1802710801);
INSERT INTO "seen" VALUES('me','offers/mercy-only-hr','2027-02-12',1802710801);
INSERT INTO "seen" VALUES('me','offers/mercy-request-contract','2027-02-16',1802710801);
INSERT INTO "seen" VALUES('me','offers/mercy-untouched','2027-03-05',1802710801);
INSERT INTO "seen" VALUES('me','offers/overlap-lakeside-mercy','2027-02-12',1802710801);
INSERT INTO "seen" VALUES('me','offers/ready','2027-02-12',1802710801);
INSERT INTO "seen" VALUES('me','offers/total-budget','2027-03-12',1802710801);
CREATE TABLE subscriptions( profile TEXT NOT NULL, name TEXT NOT NULL, feed TEXT NOT NULL, style TEXT NOT NULL, generation INTEGER NOT NULL, revoked INTEGER NOT NULL, created INTEGER NOT NULL, last_fetch INTEGER NOT NULL, last_client TEXT, PRIMARY KEY(profile, name)) STRICT, WITHOUT ROWID;
INSERT INTO "subscriptions" VALUES('me','calendar','all','generic',0,0,1796137200,1802950260,'Python-urllib/3.11');
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
INSERT INTO "sqlite_sequence" VALUES('outbox',102);
COMMIT;
